package p2pgossip.ui.spread;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import p2pgossip.network.MeasuredSpread.Phase;
import p2pgossip.network.SpreadCurve.Round;
import p2pgossip.network.SpreadCurve.Step;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.Wording;

/// Axes, curves and words that several kinds of chart have in common.
final class ChartParts {

  private static final String SINCE = "since it was told";

  private ChartParts() {}

  static Axis timeAxis(double end) {
    return new Axis(end, Unit.TIME, SINCE);
  }

  static Axis periodAxis(int periods) {
    return new Axis(periods - 1, Unit.PERIODS, "periods " + SINCE);
  }

  static Axis countAxis(List<Series> series) {
    double highest = series.stream().mapToDouble(Series::highest).max().orElse(0);
    return new Axis(highest, Unit.COUNT, "");
  }

  /// Where an axis of time ends for all of them, in seconds; 1 where all of them end at 0.
  static double end(List<DrawnSpread> all, ToDoubleFunction<DrawnSpread> last) {
    double end = all.stream().mapToDouble(last).max().orElse(0);
    return end > 0 ? end : 1;
  }

  /// How many periods the axis has: one more than the last with something to count, and enough for
  /// the present and for the plateau of a rumour that is stuck.
  static int periods(List<DrawnSpread> all, ToLongFunction<Round> count) {
    int last = 0;
    for (DrawnSpread drawn : all) {
      for (Round round : drawn.curve().rounds()) {
        if (count.applyAsLong(round) > 0) {
          last = Math.max(last, round.period());
        }
      }
      if (drawn.isOpen()) {
        last = Math.max(last, drawn.lastPeriod());
      } else if (drawn.phase() == Phase.STUCK) {
        last = Math.max(last, (int) Math.ceil(drawn.lastPeriod() * DrawnSpread.SHORTEST_PLATEAU));
      }
    }
    return last + 2;
  }

  /// A value that changes in steps, up to `end` in seconds. Copies go on after the last peer has
  /// heard the rumour, beyond the end of the axis.
  static Series steps(DrawnSpread drawn, double end, ToDoubleFunction<Step> value) {
    List<Step> steps =
        drawn.curve().steps().stream()
            .takeWhile(step -> DrawnSpread.seconds(step.sinceBirth()) <= end)
            .toList();
    int count = steps.size();
    double[] xs = new double[count == 0 ? 0 : count + 1];
    double[] ys = new double[xs.length];
    for (int i = 0; i < count; i++) {
      xs[i] = DrawnSpread.seconds(steps.get(i).sinceBirth());
      ys[i] = value.applyAsDouble(steps.get(i));
    }
    if (count > 0) {
      xs[count] = end;
      ys[count] = ys[count - 1];
    }
    return new Series(drawn.name(), drawn.look(), xs, ys, Series.Shape.STEPS);
  }

  /// A chart of what is counted in each period.
  ///
  /// @param spoken how its words begin
  static Chart perPeriod(List<DrawnSpread> all, String spoken, ToLongFunction<Round> count) {
    int periods = periods(all, count);
    List<Series> series =
        all.stream().map(drawn -> rounds(drawn, periods, count, all.size() == 1)).toList();
    return new Chart(
        periodAxis(periods),
        countAxis(series),
        series,
        List.of(),
        spoken + spoken(all, drawn -> busiest(drawn.curve().rounds(), count)));
  }

  private static Series rounds(
      DrawnSpread drawn, int periods, ToLongFunction<Round> count, boolean alone) {
    List<Round> rounds = drawn.curve().rounds();
    boolean open = drawn.isOpen() || drawn.carried();
    double[] ys = new double[open ? Math.min(periods, drawn.lastPeriod() + 1) : periods];
    for (int i = 0; i < Math.min(ys.length, rounds.size()); i++) {
      ys[i] = count.applyAsLong(rounds.get(i));
    }
    return new Series(
        drawn.name(),
        drawn.look(),
        wholeNumbers(ys.length),
        ys,
        alone ? Series.Shape.BARS : Series.Shape.POINTS);
  }

  private static String busiest(List<Round> rounds, ToLongFunction<Round> count) {
    Round busiest = null;
    for (Round round : rounds) {
      if (busiest == null || count.applyAsLong(round) > count.applyAsLong(busiest)) {
        busiest = round;
      }
    }
    return busiest == null
        ? "none"
        : "at most %s, in period %s"
            .formatted(Wording.count(count.applyAsLong(busiest)), busiest.period());
  }

  static double[] wholeNumbers(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  /// What a screen reader says of each spread.
  static String spoken(List<DrawnSpread> all, Function<DrawnSpread, String> words) {
    return all.stream()
        .map(drawn -> drawn.name() + ": " + words.apply(drawn))
        .collect(Collectors.joining("; "));
  }
}
