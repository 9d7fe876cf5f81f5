package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Standing;

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

    assertThat(tally).isEqualTo(new Tally(Map.of(), 1, 2, 1, 1));
  }

  @Test
  void countsNeighborsByStanding() {
    Tally tally =
        new Tally(Map.of(), 4, 3, 2, 1)
            .with(
                List.of(
                    neighbor(8081, Standing.CONNECTED),
                    neighbor(8082, Standing.CONNECTED),
                    neighbor(8083, Standing.LEARNED),
                    neighbor(8084, Standing.UNREACHABLE)));

    assertThat(tally)
        .isEqualTo(
            new Tally(
                Map.of(Standing.CONNECTED, 2, Standing.LEARNED, 1, Standing.UNREACHABLE, 1),
                4,
                3,
                2,
                1));
    assertThat(tally.healthy()).isEqualTo(3);
    assertThat(tally.count(Standing.PENDING)).isZero();
  }

  private static Neighbor neighbor(int port, Standing standing) {
    return new Neighbor(
        PeerAddress.parse("127.0.0.1:" + port),
        null,
        standing,
        new Origin.Asked(),
        NOW,
        Neighbor.Bond.NONE,
        Neighbor.Traffic.NONE,
        Neighbor.Health.UNKNOWN,
        null);
  }
}
