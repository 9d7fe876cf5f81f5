package p2pgossip.ui.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.NameChoice;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Ring;

class SwarmRequestTest {

  @Test
  void asManySimulatedPeersCanBeAskedForAsAPictureHolds() {
    SwarmPlan plan =
        new SwarmRequest(
                2_000,
                new Ring(),
                3,
                false,
                PeerSettings.DEFAULT,
                NameChoice.LETTERS,
                Run.Time.VIRTUAL)
            .plan(List.of());

    assertThat(plan.peers()).isEqualTo(2_000);
    assertThat(plan.time()).isEqualTo(Run.Time.VIRTUAL);
  }
}
