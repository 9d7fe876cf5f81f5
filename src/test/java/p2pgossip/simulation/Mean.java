package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;

/// The mean of a sample and its uncertainty.
///
/// @param standardError the standard deviation of the sample divided by the root of its size
record Mean(double value, double standardError) {

  static Mean of(double... sample) {
    double mean = DoubleStream.of(sample).average().orElseThrow();
    double squares = DoubleStream.of(sample).map(each -> (each - mean) * (each - mean)).sum();
    double variance = squares / (sample.length - 1);
    return new Mean(mean, Math.sqrt(variance / sample.length));
  }

  /// Holds for 99.7 % of the samples of a distribution with this mean.
  void isWithinThreeStandardErrorsOf(double expected) {
    assertThat(value).isCloseTo(expected, within(3 * standardError));
  }

  /// Whether two samples may have the same mean, with the same confidence.
  void isWithinThreeStandardErrorsOf(Mean other) {
    double error = Math.hypot(standardError, other.standardError);
    assertThat(value).isCloseTo(other.value, within(3 * error));
  }
}
