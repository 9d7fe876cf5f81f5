package p2pgossip.ui.spread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.MeasuredSpread.Phase;
import p2pgossip.network.SpreadCurve.Round;
import p2pgossip.network.SpreadCurve.Step;
import p2pgossip.network.SpreadFigures;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Mark;
import p2pgossip.ui.chart.Chart.Shape;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.Wording;

/// The share of the peers that has heard the rumour.
final class CoverageChart implements ChartKind {

  @Override
  public String id() {
    return "coverage";
  }

  @Override
  public String heading() {
    return "Coverage";
  }

  @Override
  public String definition() {
    return "Peers that have heard the rumour, in per cent of all.";
  }

  @Override
  public String remark(List<DrawnSpread> all, Against against) {
    return all.size() == 1 ? Wording.phase(all.getFirst().phase()) : "";
  }

  @Override
  public Chart of(List<DrawnSpread> all, Against against) {
    return of(all, against, null);
  }

  @Override
  public Chart of(List<DrawnSpread> all, Against against, @Nullable TheoryCurve theory) {
    int rounds = theory == null ? 0 : theory.lastRound();
    return switch (against) {
      case TIME ->
          with(
              theory,
              against,
              byTime(all, theory == null ? 0 : rounds * theory.step(Against.TIME)));
      case PERIODS -> with(theory, against, byPeriods(all, rounds));
    };
  }

  /// Adds theory's curve, behind the others.
  private static Chart with(@Nullable TheoryCurve theory, Against against, Chart chart) {
    if (theory == null) {
      return chart;
    }
    List<Series> series = new ArrayList<>(chart.series());
    series.add(theory.series(against, chart.across().to()));
    return new Chart(
        chart.across(),
        chart.up(),
        series,
        theory.bands(against),
        chart.marks(),
        chart.spoken() + "; with what theory says");
  }

  /// @param least in seconds, where the axis ends at the earliest
  private static Chart byTime(List<DrawnSpread> all, double least) {
    double end = Math.max(least, ChartParts.end(all, DrawnSpread::coverageEnd));
    List<Mark> marks = new ArrayList<>();
    DrawnSpread first = all.getFirst();
    SpreadFigures figures = first.figures();
    mark(marks, first, "t50", figures.t50());
    mark(marks, first, "t99", figures.t99());
    for (DrawnSpread drawn : all) {
      marks.add(endMark(drawn, drawn.equals(first)));
    }
    return new Chart(
        ChartParts.timeAxis(end),
        new Axis(100, Unit.PERCENT, ""),
        all.stream()
            .map(
                drawn ->
                    ChartParts.steps(
                        drawn,
                        drawn.isOpen() ? drawn.until() : end,
                        step -> drawn.percent(step.reached())))
            .toList(),
        marks,
        "Coverage against time: " + reached(all));
  }

  private static void mark(
      List<Mark> marks, DrawnSpread drawn, String name, @Nullable Duration time) {
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
              DrawnSpread.seconds(time),
              drawn.percent(reached),
              name + " " + Wording.duration(time),
              drawn.look()));
    }
  }

  /// Marks where a curve ends, or from where on it can't rise any more.
  private static Mark endMark(DrawnSpread drawn, boolean worded) {
    double y = drawn.percent(drawn.figures().reached());
    return switch (drawn.phase()) {
      case SPREADING -> new Mark(drawn.until(), y, worded ? "now" : "", drawn.look(), Shape.OPEN);
      case CUT_OFF ->
          new Mark(drawn.until(), y, worded ? "its run ended" : "", drawn.look(), Shape.CLOSED);
      case COMPLETE ->
          new Mark(DrawnSpread.seconds(drawn.figures().tLast()), y, "", drawn.look(), Shape.CLOSED);
      case STUCK -> {
        Duration last = Duration.ofNanos(Math.round(drawn.lastEvent() * 1e9));
        String words = worded ? "stuck after " + Wording.duration(last) : "";
        yield new Mark(drawn.lastEvent(), y, words, drawn.look(), Shape.CLOSED);
      }
    };
  }

  /// @param least up to which period the axis goes at least
  private static Chart byPeriods(List<DrawnSpread> all, int least) {
    int periods = Math.max(least + 1, ChartParts.periods(all, Round::hearers));
    return new Chart(
        ChartParts.periodAxis(periods),
        new Axis(100, Unit.PERCENT, ""),
        all.stream().map(drawn -> rounds(drawn, periods)).toList(),
        all.stream()
            .filter(DrawnSpread::isOpen)
            .map(
                drawn ->
                    new Mark(
                        drawn.lastPeriod(),
                        drawn.percent(drawn.figures().reached()),
                        "",
                        drawn.look(),
                        drawn.phase() == Phase.SPREADING ? Shape.OPEN : Shape.CLOSED))
            .toList(),
        "Coverage against periods: " + reached(all));
  }

  private static Series rounds(DrawnSpread drawn, int periods) {
    List<Round> rounds = drawn.curve().rounds();
    double[] ys = new double[drawn.isOpen() ? drawn.lastPeriod() + 1 : periods];
    for (int i = 0; i < ys.length; i++) {
      Round round = rounds.isEmpty() ? null : rounds.get(Math.min(i, rounds.size() - 1));
      ys[i] = round == null ? 0 : drawn.percent(round.reached());
    }
    return new Series(
        drawn.name(), drawn.look(), ChartParts.wholeNumbers(ys.length), ys, Series.Shape.POINTS);
  }

  private static String reached(List<DrawnSpread> all) {
    return ChartParts.spoken(
        all, drawn -> SpreadFigure.REACHED.of(drawn.figures()) + " peers reached");
  }
}
