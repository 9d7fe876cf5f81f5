package p2pgossip.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.Password;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.steering.NetworkListener;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Topology;

/// As many real peers as there can be in one swarm, all of which have a password: one source to each other,
/// and none of them notices.
class SwarmWithPasswordTest {

  private static final PeerSettings SELDOM =
      PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)).withSentences(false);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Recorder<GossipEvent> unwanted = new Recorder<>();

  @Test
  void theLargestSwarmIsConnectedWithoutAnIntroductionAndNobodyIsTurnedAway() throws IOException {
    SwarmPlan plan =
        new SwarmPlan(SwarmPlan.MOST, 0, Topology.parse("random:3"), SELDOM, 1, 0, null, List.of())
            .withPassword(Password.of("open sesame"));
    // Those of the tests before may not have ended yet.
    Set<Thread> earlier = Set.copyOf(Thread.getAllStackTraces().keySet());
    // No request is to fail because the machine is busy.
    try (PeerRuntime runtime = new PeerRuntime(_ -> "gossip", 1, LONG);
        Swarm swarm = Swarm.start(plan, runtime, new Watcher(), _ -> {}, () -> false)) {
      await().atMost(LONG).until(() -> swarm.unconnected() == 0);

      List<PeerAddress> all = swarm.peers();
      assertThat(all).hasSize(500);
      int links = 0;
      for (PeerAddress address : all) {
        List<Neighbor> neighbors = neighborsOf(swarm, address);
        assertThat(neighbors)
            .hasSize(swarm.linksOf(address))
            .allMatch(neighbor -> neighbor.standing() == Standing.CONNECTED);
        for (Neighbor neighbor : neighbors) {
          assertThat(neighborsOf(swarm, neighbor.address()))
              .extracting(Neighbor::address)
              .contains(address);
        }
        links += neighbors.size();
      }
      // Three that each has chosen, and as many that have chosen it, but for pairs that chose each
      // other.
      assertThat(links).isBetween(2_900, 3_000);
      assertThat(unwanted).isEmpty();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !earlier.contains(thread))
          .extracting(Thread::getName)
          .doesNotContain("p2pgossip-introductions", "p2pgossip-strangers");
    }
  }

  private static List<Neighbor> neighborsOf(Swarm swarm, PeerAddress address) {
    return List.copyOf(Objects.requireNonNull(swarm.peer(address)).knownPeers().all());
  }

  /// Keeps what happens where somebody is refused, turned away or not reached.
  private final class Watcher implements NetworkListener {

    @Override
    public void happened(PeerAddress member, GossipEvent event) {
      switch (event) {
        case GossipEvent.CallerTurnedAway _,
            GossipEvent.PeerRefused _,
            GossipEvent.CallerRefused _,
            GossipEvent.ConnectFailed _,
            GossipEvent.PeerUnreachable _,
            GossipEvent.Trouble _ ->
            unwanted.accept(event);
        default -> {}
      }
    }
  }
}
