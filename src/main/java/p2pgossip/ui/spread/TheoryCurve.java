package p2pgossip.ui.spread;

import java.util.Arrays;
import java.util.List;
import p2pgossip.laboratory.Prediction;
import p2pgossip.ui.chart.Chart.Band;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.SeriesLook;

/// What theory says of the coverage, as a curve with its band if that is known.
///
/// @param look of the curve
/// @param shares that have heard the rumour after each round, 0 to 1
/// @param low lower edge of the band; empty where there is none
/// @param high its upper edge
/// @param level whether only its value in the end is known
/// @param period in seconds, in place of a round
record TheoryCurve(
    SeriesLook look,
    List<Double> shares,
    List<Double> low,
    List<Double> high,
    boolean level,
    double period) {

  /// The curve is followed until at most this many lack the rumour.
  private static final double PRACTICALLY_ALL = 0.999;

  TheoryCurve {
    shares = List.copyOf(shares);
    low = List.copyOf(low);
    high = List.copyOf(high);
  }

  static TheoryCurve of(SeriesLook look, Prediction.Curve curve, double period) {
    int count = 1;
    while (count < curve.means().size() && curve.means().get(count - 1) < PRACTICALLY_ALL) {
      count++;
    }
    return new TheoryCurve(
        look,
        curve.means().subList(0, count),
        curve.hasBand() ? curve.low().subList(0, count) : List.of(),
        curve.hasBand() ? curve.high().subList(0, count) : List.of(),
        false,
        period);
  }

  static TheoryCurve of(SeriesLook look, Prediction.Level level, double period) {
    return new TheoryCurve(look, List.of(level.share()), List.of(), List.of(), true, period);
  }

  /// The last round that it needs.
  int lastRound() {
    return shares.size() - 1;
  }

  /// What a round takes on an axis.
  double step(Against against) {
    return against == Against.TIME ? period : 1;
  }

  /// @param end of the axis, to which a level is drawn
  Series series(Against against, double end) {
    double[] xs = level ? new double[] {0, end} : xs(against);
    double[] ys = level ? percent(List.of(shares.getFirst(), shares.getFirst())) : percent(shares);
    return new Series(level ? "theory, in the end" : "theory", look, xs, ys, Series.Shape.POINTS);
  }

  /// Empty where no band is known.
  List<Band> bands(Against against) {
    return low.isEmpty()
        ? List.of()
        : List.of(new Band(look, xs(against), percent(low), percent(high)));
  }

  private double[] xs(Against against) {
    double[] xs = new double[shares.size()];
    Arrays.setAll(xs, round -> round * step(against));
    return xs;
  }

  private static double[] percent(List<Double> shares) {
    return shares.stream().mapToDouble(share -> 100 * share).toArray();
  }
}
