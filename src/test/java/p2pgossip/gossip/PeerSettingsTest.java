package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PeerSettingsTest {

  private static void refused(Supplier<PeerSettings> settings, String words) {
    assertThatIllegalArgumentException().isThrownBy(settings::get).withMessage(words);
  }

  @Test
  void aValueOutOfItsRangeIsRefusedInWords() {
    PeerSettings usual = PeerSettings.DEFAULT;
    refused(
        () -> usual.withPeriod(Duration.ZERO), "period of 0.0 s is not between 0.1 s and 1 day");
    refused(
        () -> usual.withPeriod(Duration.ofDays(2)),
        "period of 172800.0 s is not between 0.1 s and 1 day");
    refused(() -> usual.withFailureLimit(0), "failure limit 0 is not between 1 and 1000");
    refused(() -> usual.withMaxPeers(0), "greatest number of peers 0 is not between 1 and 100000");
    refused(
        () -> usual.withText("é".repeat(2_048) + "!"),
        "message text is longer than 4096 bytes of UTF-8");
  }
}
