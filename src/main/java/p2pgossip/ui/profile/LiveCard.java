package p2pgossip.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.chart.ChartCard;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.hint.Hint;

/// A chart below its heading, and beside that the latest figure of each of its lines.
final class LiveCard {

  /// One line of the chart.
  ///
  /// @param written how its figure is written
  record Series(
      String id,
      String name,
      String definition,
      ToDoubleFunction<Point> of,
      DoubleFunction<String> written) {}

  private final List<Series> series;
  private final List<Label> values = new ArrayList<>();
  private final LiveChart chart;
  private final ChartCard card;

  /// @param unit stands behind the greatest figure of the axis
  LiveCard(String heading, String unit, List<Series> series) {
    this.series = List.copyOf(series);
    chart = new LiveChart(unit, series.stream().map(Series::of).toList());
    FlowPane head = new FlowPane(12, 2);
    head.setAlignment(Pos.BASELINE_LEFT);
    for (int i = 0; i < series.size(); i++) {
      Series each = series.get(i);
      Region swatch = new Region();
      swatch.getStyleClass().addAll("swatch", "swatch-" + i);
      Label value = new Label(each.name(), swatch);
      value.setId("profile-" + each.id());
      value.getStyleClass().add("chart-value");
      value.setMinWidth(Region.USE_PREF_SIZE);
      Hint.on(value, each.definition());
      values.add(value);
      head.getChildren().add(value);
    }
    card = new ChartCard(heading, "", head, chart, () -> null);
    card.setMinWidth(0);
  }

  ChartCard card() {
    return card;
  }

  void show(List<Point> points, @Nullable Point latest) {
    for (int i = 0; i < series.size(); i++) {
      Series each = series.get(i);
      String figure =
          latest == null ? Wording.NONE : each.written().apply(each.of().applyAsDouble(latest));
      values.get(i).setText(each.name() + "  " + figure);
    }
    chart.show(points);
  }
}
