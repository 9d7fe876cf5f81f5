package p2pgossip.ui.spread;

import java.util.ArrayList;
import java.util.List;
import p2pgossip.network.SpreadLoad;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Mark;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.Wording;

/// How many copies each peer has sent.
final class LoadChart implements ChartKind {

  @Override
  public String id() {
    return "load";
  }

  @Override
  public String heading() {
    return "Load";
  }

  @Override
  public String definition() {
    return "Copies of the rumour that each peer has sent, from the busiest peer to the least busy."
        + " The mark stands at the end of the busiest tenth, and says what share of all copies"
        + " that tenth has sent. Copies from unknown peers are left out.";
  }

  @Override
  public String remark(List<DrawnSpread> all, Against against) {
    return "copies by peer";
  }

  @Override
  public boolean isKnownOf(DrawnSpread drawn) {
    return drawn.load().total() > 0;
  }

  @Override
  public String emptyWords() {
    return "No peer has passed it on yet.";
  }

  @Override
  public Chart of(List<DrawnSpread> all, Against against) {
    int peers = all.stream().mapToInt(drawn -> drawn.load().copies().size()).max().orElse(0);
    List<Series> series = all.stream().map(LoadChart::steps).toList();
    List<Mark> marks = new ArrayList<>();
    for (DrawnSpread drawn : all) {
      SpreadLoad load = drawn.load();
      // With several spreads, the sentence would be beside the mark of another one.
      String words = all.size() == 1 ? "busiest tenth: " + share(load) : "";
      marks.add(new Mark(load.tenth(), load.copies().get(load.tenth() - 1), words, drawn.look()));
    }
    return new Chart(
        new Axis(peers, Unit.PEERS, "peers, the busiest first"),
        ChartParts.countAxis(series),
        series,
        marks,
        "Copies sent by each peer: "
            + ChartParts.spoken(
                all,
                drawn ->
                    "at most %s; %s of all by the busiest tenth of the peers"
                        .formatted(
                            Wording.count(drawn.load().copies().getFirst()), share(drawn.load()))));
  }

  private static String share(SpreadLoad load) {
    return SpreadFigure.percent(load.busiestTenth());
  }

  /// The n-th busiest peer takes the room from n - 1 to n.
  private static Series steps(DrawnSpread drawn) {
    List<Long> copies = drawn.load().copies();
    double[] xs = ChartParts.wholeNumbers(copies.size() + 1);
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      ys[i] = copies.get(Math.min(i, copies.size() - 1));
    }
    return new Series(drawn.name(), drawn.look(), xs, ys, Series.Shape.STEPS);
  }
}
