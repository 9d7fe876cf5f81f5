package p2pgossip.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForeignClockTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final ForeignClock clock = new ForeignClock(Duration.ofMillis(20));

  private static Instant at(long millis) {
    return NOW.plusMillis(millis);
  }

  @Test
  void correctsTimesByTheDifferenceOfTheClocks() {
    // An hour ahead, and 10 ms in transit.
    assertThat(clock.set(at(3_600_000), at(10))).isEqualTo(at(0));
    assertThat(clock.ours(at(3_600_500), at(560))).isEqualTo(at(500));
  }

  @Test
  void takesASmallDifferenceForNone() {
    assertThat(clock.set(at(-30), at(10))).isEqualTo(at(-30));
    assertThat(clock.ours(at(500), at(560))).isEqualTo(at(500));
  }

  @Test
  void letsNothingHappenAfterItIsReceived() {
    clock.set(at(0), at(10));

    assertThat(clock.ours(at(900), at(560))).isEqualTo(at(560));
    assertThat(clock.ours(Instant.MAX, at(570))).isEqualTo(at(570));
  }

  @Test
  void keepsTheOrderOfEvents() {
    clock.set(at(0), at(10));
    clock.ours(at(500), at(510));

    assertThat(clock.ours(at(300), at(520))).isEqualTo(at(500));
  }

  @Test
  void boundsHowLongAgoSomethingHappened() {
    clock.set(at(0), at(10));

    assertThat(clock.ours(Instant.MIN, at(600_000))).isEqualTo(at(480_000));
  }
}
