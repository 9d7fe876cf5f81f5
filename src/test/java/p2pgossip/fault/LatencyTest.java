package p2pgossip.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyTest {

  private static final int DRAWS = 10_000;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

  private double[] millis(Latency latency) {
    return Stream.generate(() -> latency.draw(1, 2, random))
        .limit(DRAWS)
        .mapToDouble(it -> it.toNanos() / 1e6)
        .sorted()
        .toArray();
  }

  private static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void aFixedOneIsAlwaysTheSame() {
    assertThat(millis(new Latency.Fixed(ms(10)))).containsOnly(10);
  }

  @Test
  void aUniformOneIsSpreadEvenly() {
    double[] millis = millis(new Latency.Uniform(ms(5), ms(20)));

    assertThat(millis[0]).isBetween(5.0, 5.1);
    assertThat(millis[DRAWS - 1]).isBetween(19.9, 20.0);
    // Four standard errors of the mean, with a deviation of 15 ms / sqrt(12).
    assertThat(Arrays.stream(millis).average().orElseThrow())
        .isCloseTo(12.5, within(4 * 15 / Math.sqrt(12 * DRAWS)));
    assertThat(millis(new Latency.Uniform(ms(5), ms(5)))).containsOnly(5);
  }

  @Test
  void aLogNormalOneHasItsMedianAndItsDeviation() {
    double[] logarithms =
        Arrays.stream(millis(new Latency.LogNormal(ms(20), 0.5))).map(Math::log).toArray();
    double mean = Arrays.stream(logarithms).average().orElseThrow();
    double variance =
        Arrays.stream(logarithms).map(it -> (it - mean) * (it - mean)).average().orElseThrow();

    // Four standard errors of each.
    assertThat(mean).isCloseTo(Math.log(20), within(4 * 0.5 / Math.sqrt(DRAWS)));
    assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(2 * DRAWS)));
  }

  @Test
  void aSeedGivesTheSameTimesOnEveryMachine() {
    Latency latency = new Latency.LogNormal(ms(20), 0.5);

    assertThat(Stream.generate(() -> latency.draw(1, 2, random).toNanos()).limit(3))
        .containsExactly(16_130_303L, 15_746_133L, 40_291_158L);
  }

  @Test
  void noMessageTakesLongerThanAMinute() {
    double[] millis = millis(new Latency.LogNormal(ms(59_000), 3));

    assertThat(millis[DRAWS - 1]).isEqualTo(60_000);
  }

  @Test
  void waysWithinASiteAreShort() {
    Latency latency =
        new Latency.Sites(
            List.of(Set.of(1, 2), Set.of(3, 4)),
            new Latency.Fixed(ms(1)),
            new Latency.Fixed(ms(40)));

    assertThat(latency.draw(1, 2, random)).isEqualTo(ms(1));
    assertThat(latency.draw(4, 3, random)).isEqualTo(ms(1));
    assertThat(latency.draw(2, 3, random)).isEqualTo(ms(40));
    assertThat(latency.draw(4, 1, random)).isEqualTo(ms(40));
    assertThat(latency.draw(5, 1, random)).as("of no site").isEqualTo(ms(40));
    assertThat(latency.draw(5, 6, random)).as("of no site").isEqualTo(ms(40));
    assertThat(latency.named()).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void impossibleOnesAreRefusedInWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.Fixed(ms(60_001)))
        .withMessage("a latency of 60001 ms is not between 0 s and 1 min");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.Fixed(ms(-1)))
        .withMessage("a latency of -1 ms is not between 0 s and 1 min");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.Uniform(ms(2), ms(1)))
        .withMessage("a latency must be spread upwards, not downwards");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.LogNormal(ms(1), Double.NaN))
        .withMessage("a sigma of NaN is not between 0 and 3");
    Latency.Alike any = new Latency.Fixed(ms(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.Sites(List.of(Set.of(1), Set.of(2, 1)), any, any))
        .withMessage("peer 1 belongs to two sites");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.Sites(List.of(Set.of()), any, any))
        .withMessage("a site has no peers");
  }
}
