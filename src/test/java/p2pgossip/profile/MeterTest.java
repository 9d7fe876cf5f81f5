package p2pgossip.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterTest {

  private static final Instant BEGAN = Instant.parse("2026-11-27T00:00:00Z");

  private final Meter whole = new Meter(BEGAN);
  private final Meter meter = new Meter(BEGAN.plusSeconds(1), whole);

  @Test
  void countsByKind() {
    meter.sent(RequestKind.MESSAGE);
    meter.sent(RequestKind.MESSAGE);
    meter.sent(RequestKind.RUMORS);
    meter.failed(RequestKind.RUMORS);
    meter.received(RequestKind.CONNECT);

    MeterReading reading = meter.read();

    assertThat(reading.sent().of(RequestKind.MESSAGE)).isEqualTo(2);
    assertThat(reading.sent().total()).isEqualTo(3);
    assertThat(reading.failed().of(RequestKind.RUMORS)).isEqualTo(1);
    assertThat(reading.failed().total()).isEqualTo(1);
    assertThat(reading.received().of(RequestKind.CONNECT)).isEqualTo(1);
    assertThat(reading.since()).isEqualTo(BEGAN.plusSeconds(1));
  }

  @Test
  void countsForTheWholeTooAndNotTheOtherWayRound() {
    Meter other = new Meter(BEGAN, whole);
    meter.sent(RequestKind.LEAVE);
    other.sent(RequestKind.LEAVE);
    meter.answered(Duration.ofMillis(3));
    meter.periodBegan(Duration.ZERO, Duration.ofSeconds(1));

    assertThat(whole.read().sent().of(RequestKind.LEAVE)).isEqualTo(2);
    assertThat(whole.read().latencies().count()).isEqualTo(1);
    assertThat(whole.read().periods()).isEqualTo(1);
    assertThat(other.read().sent().total()).isEqualTo(1);
    assertThat(other.read().periods()).isZero();
  }

  @Test
  void givesPercentilesWithTwoDigits() {
    for (int millis = 1; millis <= 1_000; millis++) {
      meter.answered(Duration.ofMillis(millis));
    }

    Latencies latencies = meter.read().latencies();

    assertThat(latencies.count()).isEqualTo(1_000);
    assertThat(latencies.total()).isEqualTo(Duration.ofMillis(500_500));
    assertThat(latencies.percentile(50)).isBetween(Duration.ofMillis(500), Duration.ofMillis(505));
    assertThat(latencies.percentile(99))
        .isBetween(Duration.ofMillis(990), Duration.ofMillis(1_000));
    assertThat(latencies.countUpTo(Duration.ofMillis(100))).isBetween(100L, 101L);
    assertThat(latencies.countUpTo(Duration.ofSeconds(5))).isEqualTo(1_000);
  }

  @Test
  void withoutAnAnswerThereIsNoLatency() {
    Latencies none = meter.read().latencies();

    assertThat(none.percentile(50)).isNull();
    assertThat(none.countUpTo(Duration.ofHours(1))).isZero();
  }

  @Test
  void countsSinceAnEarlierReadingAreSeparate() {
    meter.answered(Duration.ofSeconds(4));
    Latencies before = meter.read().latencies();
    meter.answered(Duration.ofMillis(2));

    Latencies since = meter.read().latencies().since(before);

    assertThat(since.count()).isEqualTo(1);
    assertThat(since.total()).isEqualTo(Duration.ofMillis(2));
    assertThat(since.percentile(99)).isBetween(Duration.ofMillis(2), Duration.ofNanos(2_020_000));
    assertThat(before.count()).as("is left as it was").isEqualTo(1);
  }

  @Test
  void anImpossiblyLongLatencyIsCountedToo() {
    meter.answered(Duration.ofDays(400));

    assertThat(meter.read().latencies().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // Lateness and period in milliseconds, whether the period is late, and how many were skipped.
    "0, 5000, 0, 0",
    "100, 5000, 0, 0",
    "101, 5000, 1, 0",
    "20, 200, 0, 0",
    "21, 200, 1, 0",
    "200, 200, 1, 1",
    "1050, 200, 1, 5"
  })
  void aPeriodIsLateAfterATenthOfItOrAHundredMilliseconds(
      long lateness, long period, long late, long skipped) {
    meter.periodBegan(Duration.ofMillis(lateness), Duration.ofMillis(period));

    MeterReading reading = meter.read();

    assertThat(reading.periods()).isEqualTo(1);
    assertThat(reading.late()).isEqualTo(late);
    assertThat(reading.skipped()).isEqualTo(skipped);
  }

  @Test
  void losesNoCountWhenManyThreadsCountAtOnce() throws Exception {
    int threads = 4;
    int each = 20_000;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        done.add(
            executor.submit(
                () -> {
                  for (int n = 0; n < each; n++) {
                    meter.sent(RequestKind.MESSAGE);
                    meter.answered(Duration.ofMillis(n % 50));
                    if (n % 1_000 == 0) {
                      MeterReading _ = meter.read();
                    }
                  }
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    }

    assertThat(whole.read().sent().total()).isEqualTo((long) threads * each);
    assertThat(whole.read().latencies().count()).isEqualTo((long) threads * each);
  }
}
