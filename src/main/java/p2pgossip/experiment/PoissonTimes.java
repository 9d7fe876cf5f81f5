package p2pgossip.experiment;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The times of a Poisson process: the pauses between them are exponentially distributed. The same
/// generator gives the same times on every machine. Used by one thread at a time.
final class PoissonTimes {

  private static final double NANOS_IN_A_MINUTE = 60e9;

  private final double perMinute;
  private final RandomGenerator random;
  private double nanos;

  /// @param perMinute how many per minute on average, more than 0
  PoissonTimes(double perMinute, RandomGenerator random) {
    this.perMinute = perMinute;
    this.random = random;
  }

  /// The next time, from the beginning.
  Duration next() {
    // Math.log may differ in its last bit between machines.
    nanos += -StrictMath.log(1 - random.nextDouble()) / perMinute * NANOS_IN_A_MINUTE;
    return Duration.ofNanos((long) nanos);
  }
}
