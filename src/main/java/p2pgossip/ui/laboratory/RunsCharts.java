package p2pgossip.ui.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.Prediction;
import p2pgossip.laboratory.RunsSummary;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Band;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.Series.Shape;
import p2pgossip.ui.chart.Ticks;

/// Charts of many runs.
final class RunsCharts {

  /// In how many columns shares are counted at most.
  private static final int COLUMNS = 25;

  private RunsCharts() {}

  static Chart band(RunsSummary runs, @Nullable Prediction theory) {
    int count = runs.middle().size();
    double[] xs = CurveCharts.numbers(count);
    List<Series> series = new ArrayList<>();
    series.add(
        new Series(
            "median of the runs",
            CurveCharts.OWN,
            xs,
            CurveCharts.percent(runs.middle(), count),
            Shape.POINTS));
    List<Band> bands = new ArrayList<>();
    bands.add(
        new Band(
            CurveCharts.OWN,
            xs,
            CurveCharts.percent(runs.low(), count),
            CurveCharts.percent(runs.high(), count)));
    // Two bands one upon the other can't be told apart: theory gives its mean.
    CurveCharts.addTheory(theory, series, new ArrayList<>(), count);
    return new Chart(
        new Axis(Math.max(count - 1, CurveCharts.end(theory)), Unit.ROUNDS, "rounds"),
        new Axis(100, Unit.PERCENT, ""),
        series,
        bands,
        List.of(),
        String.format(
            Locale.UK,
            "Coverage against rounds in %,d runs: the median, and the band in which 90 %% are.",
            runs.done()));
  }

  static Chart lasts(RunsSummary runs) {
    int longest = runs.lasts().size() - 1;
    int fastest = 0;
    while (runs.lasts().get(fastest) == 0) {
      fastest++;
    }
    int first = fastest;
    double[] xs = new double[longest - first + 1];
    double[] ys = new double[xs.length];
    Arrays.setAll(xs, each -> first + each);
    Arrays.setAll(ys, each -> runs.lasts().get(first + each));
    Series series = new Series("runs", CurveCharts.OWN, xs, ys, Shape.BARS);
    return new Chart(
        new Axis(longest, Unit.ROUNDS, "rounds"),
        new Axis(series.highest(), Unit.COUNT, ""),
        List.of(series),
        List.of(),
        String.format(
            Locale.UK, "Runs by the rounds to the last: from %d to %d rounds.", first, longest));
  }

  static Chart tail(RunsSummary runs) {
    int longest = runs.lasts().size() - 1;
    int decades = (int) Math.max(1, Math.ceil(Math.log10(runs.done()) - 1e-9));
    double[] xs = CurveCharts.numbers(longest);
    double[] longer = runs.longer();
    double[] ys = new double[longest];
    Arrays.setAll(ys, round -> decades + Math.log10(longer[round]));
    return new Chart(
        new Axis(Math.max(1, longest), Unit.ROUNDS, "rounds"),
        new Axis(decades, Unit.DECADES, ""),
        List.of(new Series("runs that take longer", CurveCharts.OWN, xs, ys, Shape.STEPS)),
        List.of(),
        String.format(
            Locale.UK,
            "The tail: 5 %% of the runs take longer than %d rounds.",
            runs.rounds(0.95)));
  }

  static Chart residues(RunsSummary runs) {
    double greatest = 100 * runs.residues().getLast();
    double width = greatest == 0 ? 1 : Ticks.step(greatest, COLUMNS);
    int columns = (int) Math.floor(greatest / width + 1e-9) + 1;
    double[] xs = new double[columns];
    double[] ys = new double[columns];
    Arrays.setAll(xs, column -> (column + 0.5) * width);
    for (double residue : runs.residues()) {
      ys[(int) Math.floor(100 * residue / width + 1e-9)]++;
    }
    Series series = new Series("runs", CurveCharts.OWN, xs, ys, Shape.BARS);
    return new Chart(
        new Axis(columns * width, Unit.SHARE, "of the peers"),
        new Axis(series.highest(), Unit.COUNT, ""),
        List.of(series),
        List.of(),
        String.format(
            Locale.UK,
            "Runs by the share of the peers that they never reach: up to %.3g %%.",
            greatest));
  }
}
