package p2pgossip.ui.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import p2pgossip.lesson.Comparison;
import p2pgossip.lesson.RunResult.Point;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.SeriesLook;

/// Lays the curves of a comparison over one another in one chart.
final class ComparisonChart {

  static final String HEADING = "Coverage";

  private ComparisonChart() {}

  static List<Series> series(Comparison comparison) {
    List<Series> series = new ArrayList<>();
    SeriesLook[] looks = SeriesLook.values();
    for (Comparison.Curve curve : comparison.curves()) {
      series.add(
          new Series(
              curve.words(),
              looks[series.size() % looks.length],
              curve.points().stream().mapToDouble(Point::time).toArray(),
              curve.points().stream().mapToDouble(point -> 100 * point.share()).toArray(),
              curve.steps() ? Series.Shape.STEPS : Series.Shape.POINTS));
    }
    return List.copyOf(series);
  }

  /// @param series of the comparison, at least one
  static Chart of(Comparison comparison, List<Series> series) {
    double end = series.stream().flatMapToDouble(each -> Arrays.stream(each.xs())).max().orElse(1);
    boolean rounds = comparison.timeUnit().equals("rounds");
    return new Chart(
        new Chart.Axis(
            Math.max(1, end), rounds ? Chart.Unit.ROUNDS : Chart.Unit.TIME, rounds ? "rounds" : ""),
        new Chart.Axis(100, Chart.Unit.PERCENT, ""),
        series,
        List.of(),
        "Coverage against time: "
            + series.stream().map(Series::name).collect(Collectors.joining(", "))
            + ".");
  }
}
