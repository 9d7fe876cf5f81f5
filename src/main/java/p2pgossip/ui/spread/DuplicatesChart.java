package p2pgossip.ui.spread;

import java.util.List;
import p2pgossip.network.MeasuredSpread.Phase;
import p2pgossip.network.SpreadCurve.Round;
import p2pgossip.network.SpreadCurve.Step;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Mark;
import p2pgossip.ui.chart.Chart.Shape;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.Wording;

/// Copies that came to a peer which knew the rumour already.
final class DuplicatesChart implements ChartKind {

  @Override
  public String id() {
    return "duplicates";
  }

  @Override
  public String heading() {
    return "Duplicates";
  }

  @Override
  public String definition() {
    return "Copies that came to a peer which knew the rumour already: all until each moment, or,"
        + " against periods, those sent in each period of their sender's.";
  }

  @Override
  public String remark(List<DrawnSpread> all, Against against) {
    return against == Against.PERIODS ? "per period" : "in all";
  }

  @Override
  public Chart of(List<DrawnSpread> all, Against against) {
    return switch (against) {
      case TIME -> byTime(all);
      case PERIODS -> ChartParts.perPeriod(all, "Duplicates per period: ", Round::duplicates);
    };
  }

  private static Chart byTime(List<DrawnSpread> all) {
    double end = ChartParts.end(all, DrawnSpread::duplicatesEnd);
    List<Series> series =
        all.stream()
            .map(
                drawn ->
                    ChartParts.steps(
                        drawn,
                        drawn.carried() || drawn.phase() == Phase.CUT_OFF ? drawn.until() : end,
                        Step::duplicates))
            .toList();
    return new Chart(
        ChartParts.timeAxis(end),
        ChartParts.countAxis(series),
        series,
        all.stream()
            .filter(DrawnSpread::carried)
            .map(
                drawn ->
                    new Mark(
                        drawn.until(), drawn.figures().duplicates(), "", drawn.look(), Shape.OPEN))
            .toList(),
        "Duplicates against time: "
            + ChartParts.spoken(
                all, drawn -> Wording.count(drawn.figures().duplicates()) + " in all"));
  }
}
