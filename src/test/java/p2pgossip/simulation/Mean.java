package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;

/// The mean of a sample and how sure it is.
///
/// @param standardError the sample's standard deviation over the root of its size
record Mean(double value, double standardError) {

  static Mean of(double... sample) {
    double mean = DoubleStream.of(sample).average().orElseThrow();
    double squares = DoubleStream.of(sample).map(each -> (each - mean) * (each - mean)).sum();
    double variance = squares / (sample.length - 1);
    return new Mean(mean, Math.sqrt(variance / sample.length));
  }

  /// Holds for 99.7 of 100 samples of what has that mean.
  void isWithinThreeStandardErrorsOf(double expected) {
    assertThat(value).isCloseTo(expected, within(3 * standardError));
  }

  /// The same for two samples.
  void isWithinThreeStandardErrorsOf(Mean other) {
    double error = Math.hypot(standardError, other.standardError);
    assertThat(value).isCloseTo(other.value, within(3 * error));
  }
}
