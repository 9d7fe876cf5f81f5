package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoissonTimesTest {

  private static PoissonTimes times(double perMinute) {
    return new PoissonTimes(perMinute, RandomGeneratorFactory.of("L64X128MixRandom").create(7));
  }

  @Test
  void thereAreAsManyAMinuteAsTheRateSaysAndTheirNumberVariesAsMuch() {
    PoissonTimes times = times(30);
    int[] counts = new int[2_000];
    for (Duration at = times.next();
        at.compareTo(Duration.ofMinutes(counts.length)) < 0;
        at = times.next()) {
      counts[(int) at.toMinutes()]++;
    }

    double mean = 0;
    double square = 0;
    for (int count : counts) {
      mean += count / (double) counts.length;
      square += (double) count * count / counts.length;
    }
    // Mean and variance of a Poisson distribution are the same. The bounds are four standard
    // errors.
    assertThat(mean).isCloseTo(30, within(4 * Math.sqrt(30.0 / counts.length)));
    assertThat(square - mean * mean)
        .isCloseTo(30, within(4 * 30 * Math.sqrt(2.0 / counts.length) * 1.1));
  }

  @Test
  void aSeedGivesTheSameTimesOnEveryMachine() {
    PoissonTimes times = times(2);
    List<Duration> first = Stream.generate(times::next).limit(3).toList();

    assertThat(first)
        .isSorted()
        .extracting(Duration::toNanos)
        .containsExactly(18_586_759_607L, 29_855_141_159L, 37_706_442_477L);
  }
}
