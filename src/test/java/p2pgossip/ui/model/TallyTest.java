package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;

class TallyTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:15:30Z");
  private static final PeerAddress BOB = PeerAddress.parse("127.0.0.1:8081");

  @Test
  void countsPeriodsAndMessages() {
    List<GossipEvent> events =
        List.of(
            new GossipEvent.PeriodBegan(NOW, 1, "Hark", 2),
            new GossipEvent.MessageSent(NOW, 1, BOB, "Hark"),
            new GossipEvent.MessageSent(NOW, 2, BOB, "Hark"),
            new GossipEvent.MessageDelivered(NOW, 1, BOB, Duration.ofMillis(2)),
            new GossipEvent.MessageFailed(
                NOW, 2, BOB, "Hark", new Failure(Failure.Kind.TIMED_OUT, "no answer within 5 s")),
            new GossipEvent.MessageReceived(NOW, new Sender.Named(BOB), "Heard"));
    Tally tally = Tally.NONE;
    for (GossipEvent event : events) {
      tally = tally.with(event);
    }

    assertThat(tally).isEqualTo(new Tally(1, 2, 1, 1));
  }
}
