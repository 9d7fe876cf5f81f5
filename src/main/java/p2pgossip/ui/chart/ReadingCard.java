package p2pgossip.ui.chart;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import p2pgossip.ui.hint.HoverCard;
import p2pgossip.ui.theme.RolePalette;

/// What the curves say at the place under the pointer.
final class ReadingCard {

  private final Label where = new Label();
  private final HoverCard card = new HoverCard(where);

  ReadingCard() {
    card.getStyleClass().add("reading-card");
    where.getStyleClass().add("muted");
  }

  HoverCard card() {
    return card;
  }

  void read(Chart chart, double x, RolePalette palette) {
    where.setText(
        switch (chart.across().unit()) {
          case TIME -> "after " + Wording.duration(Duration.ofNanos(Math.round(x * 1e9)));
          case PERIODS -> "period " + Wording.count(Math.round(x));
          case ROUNDS -> "round " + Wording.count(Math.round(x));
          case PEERS -> "busiest peer no. " + rank(x, chart.across().to());
          case SHARE -> Wording.percent(x / 100);
          case PERCENT, DECADES, COUNT -> Wording.decimal(x);
        });
    int count = chart.series().size();
    List<Node> rows = card.getChildren();
    while (rows.size() > count + 1) {
      rows.removeLast();
    }
    for (int i = 0; i < count; i++) {
      if (rows.size() <= i + 1) {
        rows.add(new Label());
      }
      Series series = chart.series().get(i);
      Label line = (Label) rows.get(i + 1);
      String value = value(chart.up(), series.at(x));
      line.setText(count == 1 ? value : value + "  " + series.name());
      line.setGraphic(count == 1 ? null : series.look().swatch(palette));
    }
  }

  private static String rank(double x, double last) {
    return Wording.count(Math.clamp((long) x + 1, 1, Math.max(1, (long) last)));
  }

  private static String value(Chart.Axis axis, double y) {
    Chart.Unit unit = axis.unit();
    if (Double.isNaN(y)) {
      return Wording.NONE;
    }
    if (unit == Chart.Unit.DECADES) {
      return Wording.percent(Math.pow(10, y - axis.to()));
    }
    if (unit == Chart.Unit.PERCENT) {
      // What is not all, or not nothing, must not read as if it were.
      boolean close = y > 0 && y < 100 && (Math.round(y) == 0 || Math.round(y) == 100);
      return close ? Wording.decimal(y) + " %" : Math.round(y) + " %";
    }
    return Wording.count(Math.round(y));
  }
}
