package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.topology.Ring;

class SimulationPlanTest {

  @Test
  void aNetworkOfNobodyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimulatedNetwork(0, PeerSettings.DEFAULT, 7))
        .withMessage("a simulation of 0 peers is not between 1 and 16000000");
  }

  @Test
  void moreOriginalPeersThanPeersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SimulationPlan(
                    3, 4, new Ring(), PeerSettings.DEFAULT, 7, Latency.usual(), false))
        .withMessage("4 original peers are not between 0 and all 3");
  }
}
