package p2pgossip.ui.chart;

import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import p2pgossip.ui.theme.RolePalette;

/// What the curves say at the place under the pointer.
final class ReadingCard extends VBox {

  private static final double GAP = 10;
  private static final double MAX_WIDTH = 250;

  private final Label where = new Label();

  ReadingCard() {
    super();
    getStyleClass().add("reading-card");
    where.getStyleClass().add("where");
    getChildren().add(where);
    setMaxWidth(MAX_WIDTH);
  }

  void read(Chart chart, double x, RolePalette palette) {
    where.setText(
        switch (chart.across().unit()) {
          case TIME -> "after " + Wording.duration(Duration.ofNanos(Math.round(x * 1e9)));
          case PERIODS -> "period " + Wording.count(Math.round(x));
          case PERCENT, COUNT -> Wording.decimal(x);
        });
    int count = chart.series().size();
    while (getChildren().size() > count + 1) {
      getChildren().removeLast();
    }
    for (int i = 0; i < count; i++) {
      if (getChildren().size() <= i + 1) {
        getChildren().add(new Label());
      }
      Series series = chart.series().get(i);
      Label line = (Label) getChildren().get(i + 1);
      String value = value(chart.up().unit(), series.at(x));
      line.setText(count == 1 ? value : value + "  " + series.name());
      line.setGraphic(count == 1 ? null : series.look().swatch(palette));
    }
  }

  private static String value(Chart.Unit unit, double y) {
    if (Double.isNaN(y)) {
      return Wording.NONE;
    }
    return unit == Chart.Unit.PERCENT ? Math.round(y) + " %" : Wording.count(Math.round(y));
  }

  /// On the side of `x` where there is room, within a pane of the given size; all in pixels.
  void placeBeside(double x, double y, double paneWidth, double paneHeight) {
    applyCss();
    double width = Math.min(Math.min(MAX_WIDTH, paneWidth), prefWidth(-1));
    double height = prefHeight(width);
    boolean right = x + GAP + width <= paneWidth;
    double left = right ? x + GAP : x - GAP - width;
    resizeRelocate(
        Math.rint(Math.clamp(left, 0, Math.max(0, paneWidth - width))),
        Math.rint(Math.clamp(y + 4, 0, Math.max(0, paneHeight - height))),
        width,
        height);
  }
}
