package p2pgossip.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.topology.Ring;

class SwarmPlanTest {

  /// More peers than can be real ones.
  @Test
  void aScenarioMayHaveAsManySimulatedPeersAsAPictureHolds() {
    Scenario scenario =
        new Scenario(
            "many",
            "",
            1,
            Scenario.MOST_PEERS,
            0,
            new Ring(),
            PeerSettings.DEFAULT,
            Duration.ofSeconds(1),
            null,
            List.of(),
            List.of());

    assertThat(SwarmPlan.of(scenario, scenario.runs().getFirst(), Run.Time.VIRTUAL).peers())
        .isEqualTo(2_000);
    assertThatThrownBy(() -> SwarmPlan.of(scenario, scenario.runs().getFirst(), Run.Time.REAL))
        .hasMessage("a swarm of 2000 peers is not between 1 and 500");
  }
}
