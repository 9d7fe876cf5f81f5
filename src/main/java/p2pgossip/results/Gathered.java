package p2pgossip.results;

import org.apache.commons.statistics.distribution.TDistribution;
import p2pgossip.scenario.Estimate;

/// The mean of a sample and its 95 % interval by Student's t distribution. Gathers values without
/// keeping them. Used by one thread at a time.
final class Gathered {

  private static final double OUTSIDE_ON_EACH_SIDE = 0.025;

  private final Estimate.Sample sample = new Estimate.Sample();

  /// @param value NaN is left out
  void add(double value) {
    if (!Double.isNaN(value)) {
      sample.add(value);
    }
  }

  long count() {
    return sample.count();
  }

  /// NaN without a value.
  double mean() {
    return count() == 0 ? Double.NaN : sample.estimate().mean();
  }

  /// NaN for fewer than two values.
  double standardError() {
    return count() == 0 ? Double.NaN : sample.estimate().standardError();
  }

  /// How wide the interval is; NaN for fewer than two values.
  double width() {
    return count() < 2 ? Double.NaN : 2 * standardError() * factor(count());
  }

  /// How many standard errors the interval reaches to each side, for a number of values.
  ///
  /// @param count at least 2
  static double factor(long count) {
    return TDistribution.of(count - 1.0).inverseSurvivalProbability(OUTSIDE_ON_EACH_SIDE);
  }
}
