package p2pgossip.ui.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.KeptResult.Curve;
import p2pgossip.laboratory.Prediction;
import p2pgossip.laboratory.ResultSet.Entry;
import p2pgossip.laboratory.SingleRun.RoundOutcome;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Band;
import p2pgossip.ui.chart.Chart.Mark;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.Series.Shape;
import p2pgossip.ui.chart.SeriesLook;

/// Charts of the coverage by rounds, with what theory says of it.
final class CurveCharts {

  static final SeriesLook OWN = SeriesLook.FIRST;
  static final SeriesLook THEORY = SeriesLook.SECOND;

  /// Theory's curve is followed until at most this many lack the rumour.
  private static final double PRACTICALLY_ALL = 0.99999;

  /// More bands one upon the other can't be told apart.
  private static final int MOST_BANDS = 2;

  private CurveCharts() {}

  /// One run.
  ///
  /// @param outcomes round by round from 0 on, at least one
  /// @param shown up to which round the run is drawn
  /// @param ended whether there are no more rounds to come
  static Chart one(
      List<RoundOutcome> outcomes, int shown, boolean ended, @Nullable Prediction theory) {
    int drawn = Math.min(shown, outcomes.size() - 1);
    double[] xs = numbers(drawn + 1);
    double[] ys = new double[drawn + 1];
    Arrays.setAll(ys, round -> 100 * outcomes.get(round).share());
    List<Series> series = new ArrayList<>();
    series.add(new Series("this run", OWN, xs, ys, Shape.POINTS));
    List<Band> bands = new ArrayList<>();
    addTheory(theory, series, bands, outcomes.size());
    RoundOutcome now = outcomes.get(drawn);
    return new Chart(
        new Axis(Math.max(outcomes.size() - 1, end(theory)), Unit.ROUNDS, "rounds"),
        new Axis(100, Unit.PERCENT, ""),
        series,
        bands,
        List.of(new Mark(drawn, ys[drawn], "", OWN, ended ? Chart.Shape.CLOSED : Chart.Shape.OPEN)),
        String.format(
            Locale.UK,
            "Coverage against rounds: after round %d, %,d of %,d peers have heard the rumour.",
            drawn,
            now.informed(),
            now.living()));
  }

  /// Several results: medians, and the bands of many runs where there are no more than two.
  ///
  /// @param entries results with a curve, at least one
  static Chart compared(List<Entry> entries) {
    List<Series> series = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    int last = 1;
    for (Entry entry : entries) {
      Curve curve = entry.result().curve();
      if (curve != null) {
        int count = curve.middle().size();
        SeriesLook look = SeriesMark.of(entry.mark()).look();
        double[] xs = numbers(count);
        series.add(
            new Series(entry.name(), look, xs, percent(curve.middle(), count), Shape.POINTS));
        if (entries.size() <= MOST_BANDS && !curve.low().isEmpty()) {
          bands.add(new Band(look, xs, percent(curve.low(), count), percent(curve.high(), count)));
        }
        last = Math.max(last, count - 1);
      }
    }
    return new Chart(
        new Axis(last, Unit.ROUNDS, "rounds"),
        new Axis(100, Unit.PERCENT, ""),
        series,
        bands,
        List.of(),
        "Coverage against rounds of %s."
            .formatted(String.join(", ", entries.stream().map(Entry::name).toList())));
  }

  /// The last round that theory's curve needs; 0 without one.
  static int end(@Nullable Prediction theory) {
    if (!(theory instanceof Prediction.Curve curve)) {
      return 0;
    }
    int round = 0;
    while (round < curve.means().size() - 1 && curve.means().get(round) < PRACTICALLY_ALL) {
      round++;
    }
    return round;
  }

  /// Adds what theory says, behind the rest.
  ///
  /// @param rounds to which a level is drawn at least
  static void addTheory(
      @Nullable Prediction theory, List<Series> series, List<Band> bands, int rounds) {
    if (theory instanceof Prediction.Curve curve) {
      int count = end(curve) + 1;
      double[] xs = numbers(count);
      series.add(new Series("theory", THEORY, xs, percent(curve.means(), count), Shape.POINTS));
      if (curve.hasBand()) {
        bands.add(new Band(THEORY, xs, percent(curve.low(), count), percent(curve.high(), count)));
      }
    } else if (theory instanceof Prediction.Level level) {
      int count = Math.max(2, rounds);
      double[] ys = new double[count];
      Arrays.fill(ys, 100 * level.share());
      series.add(new Series("theory, in the end", THEORY, numbers(count), ys, Shape.STEPS));
    }
  }

  static double[] numbers(int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, each -> each);
    return numbers;
  }

  static double[] percent(List<Double> shares, int count) {
    double[] percent = new double[count];
    Arrays.setAll(percent, each -> 100 * shares.get(each));
    return percent;
  }
}
