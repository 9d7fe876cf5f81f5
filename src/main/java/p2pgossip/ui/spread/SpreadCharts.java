package p2pgossip.ui.spread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.MeasuredSpread.Phase;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadCurve.Round;
import p2pgossip.network.SpreadCurve.Step;
import p2pgossip.network.SpreadFigures;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Mark;
import p2pgossip.ui.chart.Chart.Shape;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.chart.Wording;

/// Makes the charts out of the spreads that are laid over one another.
final class SpreadCharts {

  /// How much further than the last event the axis goes, where nothing more can come.
  private static final double SLACK = 1.12;

  /// How much further than the present the axis goes, where more may come: room for its mark.
  private static final double PRESENT_SLACK = 1.04;

  /// The plateau of a rumour that is stuck is seen for half of the time before it at least, and no
  /// longer than for twice that time, so that the rise before it can still be read.
  private static final double SHORTEST_PLATEAU = 1.5;

  private static final double LONGEST_PLATEAU = 3;

  private static final String SINCE = "since it was told";

  /// One spread with all that is reckoned from it.
  ///
  /// @param carried whether copies of it may still come
  /// @param until seconds until the moment up to which it is known
  /// @param lastEvent seconds until its last event
  /// @param periods that have begun until then, where more may come of it
  record Drawn(
      String name,
      SeriesLook look,
      SpreadCurve curve,
      SpreadFigures figures,
      Phase phase,
      boolean carried,
      double until,
      double lastEvent,
      int periods) {

    /// The same while nothing changes that is drawn, however the time goes on.
    static Drawn of(String name, SeriesLook look, MeasuredSpread measured) {
      double until = seconds(measured.until());
      double lastEvent = seconds(measured.lastEvent());
      boolean moving = measured.carried() || measured.phase() == Phase.CUT_OFF;
      double plateau = measured.phase() == Phase.STUCK ? LONGEST_PLATEAU : 1;
      return new Drawn(
          name,
          look,
          measured.curve(),
          measured.figures(),
          measured.phase(),
          measured.carried(),
          moving ? until : Math.min(until, lastEvent * plateau),
          lastEvent,
          moving ? Math.clamp(measured.periods(), 0, SpreadCurve.MOST_ROUNDS - 1) : 0);
    }

    double percent(long reached) {
      return 100.0 * reached / Math.max(1, Math.max(curve.population(), reached));
    }

    /// Whether nothing is known of its coverage behind [#until].
    boolean isOpen() {
      return phase == Phase.SPREADING || phase == Phase.CUT_OFF;
    }

    /// Where the axis of its coverage ends.
    private double coverageEnd() {
      return switch (phase) {
        case SPREADING, CUT_OFF -> until * PRESENT_SLACK;
        case COMPLETE -> seconds(figures.tLast()) * SLACK;
        case STUCK -> Math.clamp(until, lastEvent * SHORTEST_PLATEAU, lastEvent * LONGEST_PLATEAU);
      };
    }

    /// Where the axis of its duplicates ends.
    private double duplicatesEnd() {
      if (carried || phase == Phase.CUT_OFF) {
        return until * PRESENT_SLACK;
      }
      double last = lastStep(curve) * SLACK;
      return phase == Phase.STUCK ? Math.max(last, coverageEnd()) : last;
    }
  }

  private SpreadCharts() {}

  /// Peers that have heard it, in per cent, against the time since it was told.
  static Chart coverageByTime(List<Drawn> all) {
    double end = end(all, Drawn::coverageEnd);
    List<Mark> marks = new ArrayList<>();
    if (!all.isEmpty()) {
      SpreadFigures figures = all.getFirst().figures();
      mark(marks, all.getFirst(), "t50", figures.t50());
      mark(marks, all.getFirst(), "t99", figures.t99());
    }
    for (Drawn drawn : all) {
      marks.add(endOfCoverage(drawn, drawn.equals(all.getFirst())));
    }
    return new Chart(
        new Axis(end, Unit.TIME, SINCE),
        new Axis(100, Unit.PERCENT, ""),
        all.stream()
            .map(
                drawn ->
                    steps(
                        drawn,
                        drawn.isOpen() ? drawn.until() : end,
                        step -> drawn.percent(step.reached())))
            .toList(),
        marks,
        "Coverage against time: " + reached(all));
  }

  /// Where a curve ends, or from where on it can't rise any more.
  private static Mark endOfCoverage(Drawn drawn, boolean worded) {
    double y = drawn.percent(drawn.figures().reached());
    return switch (drawn.phase()) {
      case SPREADING -> new Mark(drawn.until(), y, worded ? "now" : "", drawn.look(), Shape.OPEN);
      case CUT_OFF ->
          new Mark(drawn.until(), y, worded ? "its run ended" : "", drawn.look(), Shape.CLOSED);
      case COMPLETE ->
          new Mark(seconds(drawn.figures().tLast()), y, "", drawn.look(), Shape.CLOSED);
      case STUCK -> {
        Duration last = Duration.ofNanos(Math.round(drawn.lastEvent() * 1e9));
        String words = worded ? "stuck after " + Wording.duration(last) : "";
        yield new Mark(drawn.lastEvent(), y, words, drawn.look(), Shape.CLOSED);
      }
    };
  }

  /// The same against the periods that had begun since.
  static Chart coverageByPeriods(List<Drawn> all) {
    int periods = periods(all, Round::hearers);
    return new Chart(
        periodAxis(periods),
        new Axis(100, Unit.PERCENT, ""),
        all.stream().map(drawn -> coverageRounds(drawn, periods)).toList(),
        all.stream()
            .filter(Drawn::isOpen)
            .map(
                drawn ->
                    new Mark(
                        lastPeriod(drawn),
                        drawn.percent(drawn.figures().reached()),
                        "",
                        drawn.look(),
                        drawn.phase() == Phase.SPREADING ? Shape.OPEN : Shape.CLOSED))
            .toList(),
        "Coverage against periods: " + reached(all));
  }

  /// Peers that heard it first in each period.
  static Chart hearers(List<Drawn> all) {
    return perPeriod(all, "New hearers per period: ", Round::hearers);
  }

  /// Copies that came to somebody who knew it, all until each moment.
  static Chart duplicatesByTime(List<Drawn> all) {
    double end = end(all, Drawn::duplicatesEnd);
    List<Series> series =
        all.stream()
            .map(
                drawn ->
                    steps(
                        drawn,
                        drawn.carried() || drawn.phase() == Phase.CUT_OFF ? drawn.until() : end,
                        Step::duplicates))
            .toList();
    return new Chart(
        new Axis(end, Unit.TIME, SINCE),
        countAxis(series),
        series,
        all.stream()
            .filter(Drawn::carried)
            .map(
                drawn ->
                    new Mark(
                        drawn.until(), drawn.figures().duplicates(), "", drawn.look(), Shape.OPEN))
            .toList(),
        "Duplicates against time: "
            + list(all, drawn -> Wording.count(drawn.figures().duplicates()) + " in all"));
  }

  /// Copies, sent in each period, that came to somebody who knew it.
  static Chart duplicatesByPeriods(List<Drawn> all) {
    return perPeriod(all, "Duplicates per period: ", Round::duplicates);
  }

  private static Chart perPeriod(List<Drawn> all, String spoken, ToLongFunction<Round> count) {
    int periods = periods(all, count);
    List<Series> series =
        all.stream().map(drawn -> rounds(drawn, periods, count, all.size() == 1)).toList();
    return new Chart(
        periodAxis(periods),
        countAxis(series),
        series,
        List.of(),
        spoken + list(all, drawn -> busiest(drawn.curve().rounds(), count)));
  }

  private static Axis periodAxis(int periods) {
    return new Axis(periods - 1, Unit.PERIODS, "periods " + SINCE);
  }

  private static Axis countAxis(List<Series> series) {
    double highest = series.stream().mapToDouble(Series::highest).max().orElse(0);
    return new Axis(highest, Unit.COUNT, "");
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

  private static Series steps(Drawn drawn, double end, ToDoubleFunction<Step> value) {
    // The repeats go on after the last has heard it, beyond the end of the axis.
    List<Step> steps =
        drawn.curve().steps().stream()
            .takeWhile(step -> seconds(step.sinceBirth()) <= end)
            .toList();
    int count = steps.size();
    double[] xs = new double[count == 0 ? 0 : count + 1];
    double[] ys = new double[xs.length];
    for (int i = 0; i < count; i++) {
      xs[i] = seconds(steps.get(i).sinceBirth());
      ys[i] = value.applyAsDouble(steps.get(i));
    }
    if (count > 0) {
      xs[count] = end;
      ys[count] = ys[count - 1];
    }
    return new Series(drawn.name(), drawn.look(), xs, ys, Series.Shape.STEPS);
  }

  private static Series coverageRounds(Drawn drawn, int periods) {
    List<Round> rounds = drawn.curve().rounds();
    double[] ys = new double[drawn.isOpen() ? lastPeriod(drawn) + 1 : periods];
    for (int i = 0; i < ys.length; i++) {
      Round round = rounds.isEmpty() ? null : rounds.get(Math.min(i, rounds.size() - 1));
      ys[i] = round == null ? 0 : drawn.percent(round.reached());
    }
    return new Series(drawn.name(), drawn.look(), wholeNumbers(ys.length), ys, Series.Shape.POINTS);
  }

  /// In which anything is known to have happened, or the present one where more may come.
  private static int lastPeriod(Drawn drawn) {
    return Math.max(drawn.periods(), drawn.curve().rounds().size() - 1);
  }

  private static Series rounds(
      Drawn drawn, int periods, ToLongFunction<Round> count, boolean alone) {
    List<Round> rounds = drawn.curve().rounds();
    boolean open = drawn.isOpen() || drawn.carried();
    double[] ys = new double[open ? Math.min(periods, lastPeriod(drawn) + 1) : periods];
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

  private static double[] wholeNumbers(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static void mark(List<Mark> marks, Drawn drawn, String name, @Nullable Duration time) {
    if (time != null) {
      int reached = 0;
      for (Step step : drawn.curve().steps()) {
        if (step.sinceBirth().compareTo(time) > 0) {
          break;
        }
        reached = step.reached();
      }
      marks.add(
          new Mark(
              seconds(time),
              drawn.percent(reached),
              name + " " + Wording.duration(time),
              drawn.look()));
    }
  }

  /// So many that the last one of which there is something to count has one more behind it, and that
  /// the present is among them, and the plateau of a rumour that is stuck.
  private static int periods(List<Drawn> all, ToLongFunction<Round> count) {
    int last = 0;
    for (Drawn drawn : all) {
      for (Round round : drawn.curve().rounds()) {
        if (count.applyAsLong(round) > 0) {
          last = Math.max(last, round.period());
        }
      }
      if (drawn.isOpen()) {
        last = Math.max(last, lastPeriod(drawn));
      } else if (drawn.phase() == Phase.STUCK) {
        last = Math.max(last, (int) Math.ceil(lastPeriod(drawn) * SHORTEST_PLATEAU));
      }
    }
    return last + 2;
  }

  private static double end(List<Drawn> all, ToDoubleFunction<Drawn> last) {
    double end = all.stream().mapToDouble(last).max().orElse(0);
    return end > 0 ? end : 1;
  }

  private static double lastStep(SpreadCurve curve) {
    return curve.steps().isEmpty() ? 0 : seconds(curve.steps().getLast().sinceBirth());
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static String reached(List<Drawn> all) {
    return list(all, drawn -> SpreadFigure.REACHED.of(drawn.figures()) + " peers reached");
  }

  private static String list(List<Drawn> all, Function<Drawn, String> words) {
    return all.stream()
        .map(drawn -> drawn.name() + ": " + words.apply(drawn))
        .collect(Collectors.joining("; "));
  }
}
