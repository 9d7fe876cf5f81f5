package p2pgossip.multicast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How much of a flood is read.
class IntakeTest {

  private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

  private final Intake intake = new Intake();

  private int takes(String from, int messages, Instant now) {
    int taken = 0;
    for (int i = 0; i < messages; i++) {
      if (intake.takes(InetAddress.ofLiteral(from), now)) {
        taken++;
      }
    }
    return taken;
  }

  @Test
  void oneWhoFloodsKeepsNobodyElseOut() {
    assertThat(takes("10.0.0.66", 100_000, NOW)).isEqualTo(Intake.MOST_OF_SOURCE);
    assertThat(takes("10.0.0.1", 3, NOW)).isEqualTo(3);
    assertThat(takes("10.0.0.66", 1, NOW.plusMillis(999))).isZero();
    assertThat(takes("10.0.0.66", 1, NOW.plusMillis(1_000))).isEqualTo(1);
  }

  @Test
  void manyTogetherGetNoMoreThanIsReadInASecond() {
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      taken += takes("10.1.%s.%s".formatted(i / 250, i % 250), 5, NOW);
    }
    assertThat(taken).isEqualTo(Intake.MOST);
  }
}
