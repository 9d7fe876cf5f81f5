package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final int PEERS = 40;

  private final SplittableRandom random = new SplittableRandom(3);
  private final Agenda agenda = new Agenda();

  /// What is planned, kept in the plainest way.
  private final Map<PeerAddress, Instant> planned = new HashMap<>();

  @Test
  void whatIsPlannedAndCancelledAtRandomComesDueInOrder() {
    List<KnownPeer> peers = new ArrayList<>();
    for (int port = 1; port <= PEERS; port++) {
      peers.add(known(TestedEngine.at(port)));
    }
    Instant now = TestedEngine.START;
    for (int step = 0; step < 20_000; step++) {
      KnownPeer peer = peers.get(random.nextInt(PEERS));
      if (random.nextInt(4) == 0) {
        agenda.cancel(peer);
        planned.remove(peer.address());
      } else {
        Instant at = now.plusMillis(random.nextInt(20));
        agenda.plan(peer, at);
        planned.put(peer.address(), at);
      }
      if (random.nextInt(3) == 0) {
        now = now.plusMillis(random.nextInt(5));
        assertThat(agenda.takeDue(now)).isEqualTo(takeDue(now));
      }
      assertThat(agenda.earliest())
          .isEqualTo(planned.values().stream().mapToLong(Nanos::of).min().orElse(Nanos.NEVER));
    }
  }

  private List<PeerAddress> takeDue(Instant now) {
    List<PeerAddress> due =
        planned.entrySet().stream()
            .filter(entry -> !entry.getValue().isAfter(now))
            .sorted(
                Map.Entry.<PeerAddress, Instant>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    due.forEach(planned::remove);
    return due;
  }

  private static KnownPeer known(PeerAddress address) {
    return new KnownPeer(
        new Neighbor(
            address,
            null,
            Standing.PENDING,
            Origin.ASKED,
            TestedEngine.START,
            Neighbor.Bond.NONE,
            Neighbor.MessageCounts.NONE,
            Neighbor.Health.UNKNOWN,
            null));
  }
}
