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

/// The largest swarm of real peers, all with a password. They all come from one address, and none
/// of them is refused for that.
class SwarmWithPasswordTest {

  private static final PeerSettings SELDOM =
      PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)).withSentences(false);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Recorder<GossipEvent> unwanted = new Recorder<>();

  @Test
  void theLargestSwarmConnectsWithoutIntroductionsAndNoPeerIsRefused() throws IOException {
    SwarmPlan plan =
        new SwarmPlan(SwarmPlan.MOST, 0, Topology.parse("random:3"), SELDOM, 1, 0, null, List.of())
            .withPassword(Password.of("open sesame"));
    // Peers of earlier tests may not have ended yet.
    Set<Thread> earlier = Set.copyOf(Thread.getAllStackTraces().keySet());
    // No request fails because the machine is busy.
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
      // Each peer chooses three neighbours and is chosen by three on average, except for pairs that
      // choose each other.
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

  /// Records the events of peers that are refused, turned away or not reached.
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
