package p2pgossip.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.hint.Hint;

/// A chart, its heading, and for each of its lines what it says now.
final class ChartCard extends VBox {

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

  /// @param unit stands behind the greatest figure of the axis
  public ChartCard(String heading, String unit, List<Series> series) {
    super(4);
    this.series = List.copyOf(series);
    getStyleClass().add("chart-card");
    setMinWidth(0);
    Label title = new Label(heading);
    title.getStyleClass().add("chart-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    FlowPane head = new FlowPane(12, 2, title);
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
    chart = new LiveChart(unit, series.stream().map(Series::of).toList());
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(head, chart);
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
