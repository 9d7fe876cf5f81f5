package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamGaugeTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private long now = -5;
  private final StreamGauge gauge =
      new StreamGauge(
          new StreamLimits(1, SECOND, Duration.ofSeconds(30), 1_000, 10, 1_000), () -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void theAllowedRateIsAccepted() {
    assertThatCode(
            () -> {
              for (int second = 0; second < 100; second++) {
                gauge.bytes(1_000);
                for (int i = 0; i < 10; i++) {
                  gauge.line();
                  gauge.event();
                }
                pass(SECOND.plusNanos(1));
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void tooManyEventsAreRefused() throws BadStream {
    for (int i = 0; i < 10; i++) {
      gauge.event();
    }
    pass(SECOND);
    gauge.bytes(1);
    assertThatExceptionOfType(BadStream.class)
        .isThrownBy(gauge::event)
        .withMessage("it sends more than 10 events a second");
  }

  @Test
  void tooManyLinesAreRefused() throws BadStream {
    for (int i = 0; i < 40; i++) {
      gauge.line();
    }
    assertThatExceptionOfType(BadStream.class)
        .isThrownBy(gauge::line)
        .withMessage("it sends more than 40 lines a second");
  }

  @Test
  void tooManyBytesAreRefused() throws BadStream {
    gauge.bytes(600);
    assertThatExceptionOfType(BadStream.class)
        .isThrownBy(() -> gauge.bytes(401))
        .withMessage("it sends more than 1000 bytes a second");
  }

  @Test
  void theTimeBeforeItsFirstBytesDoesNotCount() throws BadStream {
    pass(Duration.ofMinutes(1));
    gauge.bytes(1);
    pass(Duration.ofSeconds(30));
    gauge.bytes(1);
    pass(Duration.ofNanos(1));
    assertThatExceptionOfType(BadStream.class).isThrownBy(() -> gauge.bytes(1));
  }

  @Test
  void aLineThatTricklesForeverIsGivenUp() throws BadStream {
    gauge.bytes(1);
    gauge.line();
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofSeconds(10));
      gauge.bytes(1);
    }
    pass(Duration.ofNanos(1));
    assertThatExceptionOfType(BadStream.class)
        .isThrownBy(() -> gauge.bytes(1))
        .withMessage("it did not end a line within 30 s");
  }
}
