package p2pgossip.ui.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.wire.ScenarioJson;

class SwarmStateTest {

  @Test
  void aSavedSwarmKeepsLatencyAndChurn() throws Exception {
    String json =
        """
        {"name": "a trial", "peers": 5, "topology": "line", "lasts": "60 s", "latency": "10 ms",
         "churn": {"leave_per_minute": 2, "join_per_minute": 3}, "actions": []}
        """;
    Scenario played = ScenarioJson.read(json.getBytes(UTF_8));
    SwarmPlan plan = SwarmPlan.of(played, played.runs().getFirst(), Run.Time.VIRTUAL);
    SwarmState state =
        new SwarmState(plan, List.of(), plan.settings().withPaused(true), false, null, "", null);

    Scenario saved = state.asScenario("mine.json");

    assertThat(saved.name()).isEqualTo("mine");
    assertThat(saved.traits()).isEqualTo(played.traits());
    assertThat(saved.settings().paused()).isTrue();
    assertThat(saved.topology()).isEqualTo(played.topology());
    assertThat(ScenarioJson.read(ScenarioJson.write(saved)).traits()).isEqualTo(played.traits());
  }
}
