package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Limits;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.steering.NetworkListener;
import p2pgossip.topology.Topology;

/// The limits of real peers that a simulation lifts, and those that it keeps.
class SimulationLimitsTest {

  private static final PeerSettings SELDOM =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMinutes(5)).withSentences(false);

  private static SimulatedNetwork started(SimulationPlan plan) {
    return SimulatedNetwork.start(plan, new VirtualTime(), NetworkListener.NONE);
  }

  private static SimulationPlan plan(String topology, int peers, PeerSettings settings) {
    return new SimulationPlan(peers, Topology.parse(topology), settings, 7);
  }

  @Test
  void theHubOfAStarKnowsAllHoweverManyThereAreAndAtOnce() {
    SimulatedNetwork network = started(plan("star", 1_500, SELDOM));

    assertThat(network.unconnected()).isZero();
    assertThat(network.peer(0).engine().settings().maxPeers()).isEqualTo(1_499);
    assertThat(network.peer(1).engine().settings().maxPeers()).isEqualTo(256);
    network.kill(network.address(0));
    var _ = network.restart(network.address(0));
    network.pass(Duration.ofSeconds(1));
    assertThat(network.peer(0).engine().knownPeers().countHealthy()).isEqualTo(1_499);
  }

  @Test
  void aNumberOfPlacesThatWasChosenIsKept() {
    SimulatedNetwork network = started(plan("star", 300, SELDOM.withMaxPeers(20)));

    network.pass(Duration.ofSeconds(10));

    assertThat(network.peer(0).engine().knownPeers().countHealthy()).isEqualTo(20);
  }

  @Test
  void rumorsAreKeptAsLongAsOnRealPeersUnlessThePlanSaysHowLong() {
    assertThat(keptAfterElevenMinutes(plan("ring", 4, SELDOM))).isZero();
    assertThat(keptAfterElevenMinutes(plan("ring", 4, SELDOM).withRumorsKept(Duration.ofHours(1))))
        .isEqualTo(1);
  }

  private static int keptAfterElevenMinutes(SimulationPlan plan) {
    SimulatedNetwork network = started(plan);
    RumorId rumor = network.tell(0, "the tram is late");
    network.pass(Duration.ofMinutes(11));
    assertThat(network.log().hearers(rumor)).isNotEmpty();
    return network.peer(0).engine().rumorsKept();
  }

  @Test
  void rumorsThatAreNeverKeptAreRefused() {
    assertThatThrownBy(() -> Limits.REAL.withRumorsKept(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rumours must be kept for some time, not 0 ms");
  }
}
