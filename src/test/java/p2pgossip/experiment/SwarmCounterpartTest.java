package p2pgossip.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.wire.ScenarioJson;

class SwarmCounterpartTest {

  private static final String PHASES = "peers begin their periods at moments of their own";

  private static Scenario scenario(String more, String actions) throws Exception {
    String json =
        """
        {"name": "a trial", "peers": 20, "topology": "line", "lasts": "60 s", %s
         "settings": {"period": "500 ms", "strategy": "push", "fanout": 2},
         "actions": [%s]}
        """
            .formatted(more, actions);
    return ScenarioJson.read(json.getBytes(UTF_8));
  }

  /// Nothing but what the scenario says.
  private static SwarmCounterpart swarm(Scenario scenario, Run.Time time) {
    SwarmPlan plan = SwarmPlan.of(scenario, scenario.runs().getFirst(), time);
    return new SwarmCounterpart(plan, 20, 20, plan.settings(), 0, true, false, List.of(), scenario);
  }

  private static List<String> leftOut(String more, String actions) throws Exception {
    return swarm(scenario(more, actions), Run.Time.VIRTUAL).counterpart().leftOut();
  }

  @Test
  void aSwarmInStepThatTellsOneRumorFromItsFirstPeerIsWhatTheArraysDo() throws Exception {
    Counterpart it =
        swarm(
                scenario("\"in_step\": true,", "{\"at\": \"1 s\", \"do\": \"spread\", \"by\": 1}"),
                Run.Time.VIRTUAL)
            .counterpart();

    assertThat(it.leftOut()).isEmpty();
    assertThat(it.leftOutWords()).isEmpty();
    assertThat(it.settings().peers()).isEqualTo(20);
    assertThat(it.settings().topology().label()).isEqualTo("line");
    assertThat(it.settings().spreading().fanout()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'do': 'spread', 'by': 3} | its rumour begins at peer 3, and here at the first",
        "{'do': 'spread', 'by': 'random'} | its rumour begins at a peer chosen at random, and here"
            + " at the first",
        "{'do': 'spread', 'by': '1-3'} | several peers tell a rumour of their own, and here one"
            + " does",
        "{'do': 'kill', 'peers': '5-9'} | its scenario does more at its times (kill), so it may"
            + " take longer or not reach all",
        "{'do': 'leave', 'peers': 5} | its scenario does more at its times (leave), so it may take"
            + " longer or not reach all",
      })
  void whatTheScenarioPlansIsSaid(String action, String words) throws Exception {
    String planned = action.replace('\'', '"').replace("{", "{\"at\": \"1 s\", ");

    assertThat(leftOut("\"in_step\": true,", planned)).containsExactly(words);
  }

  @Test
  void severalActionsAreOneClause() throws Exception {
    assertThat(
            leftOut(
                "\"in_step\": true,",
                """
                {"at": "1 s", "do": "spread", "by": 1}, {"at": "2 s", "do": "spread", "by": 2},
                {"at": "3 s", "do": "kill", "peers": 4}, {"at": "4 s", "do": "kill", "peers": 5},
                {"at": "5 s", "do": "restart", "peers": 4}
                """))
        .containsExactly(
            "its scenario tells 2 rumours, and here is one",
            "its scenario does more at its times (kill, restart), so it may take longer or not"
                + " reach all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"latency\": \"10 ms\", | messages take 10 ms, so it takes longer",
        "\"latency\": {\"uniform\": [\"5 ms\", \"20 ms\"]}, | messages take 5 to 20 ms, so it takes"
            + " longer",
        "\"churn\": {\"leave_per_minute\": 2, \"join_per_minute\": 0.5}, | about 2 peers leave and"
            + " 0.5 join per minute, so it may take longer or not reach all",
      })
  void whatTheNetworkIsLikeIsSaid(String traits, String words) throws Exception {
    List<String> leftOut = leftOut(traits, "");

    assertThat(leftOut).hasSize(2);
    assertThat(leftOut.getFirst()).startsWith(PHASES);
    assertThat(leftOut.getLast()).isEqualTo(words);
  }

  @Test
  void whatHasBecomeOfThePeersIsSaid() throws Exception {
    SwarmPlan plan = swarm(scenario("", ""), Run.Time.REAL).plan();
    PeerSettings paused = plan.settings().withPaused(true);

    assertThat(
            new SwarmCounterpart(plan, 22, 19, paused, 2, false, true, List.of(), null)
                .counterpart()
                .leftOut())
        .hasSize(7)
        .contains(
            "3 of the 22 peers no longer run, so it may take longer or not reach all",
            "2 peers have joined later, so there are more to reach, and more ways to them",
            "not all know as many peers as their topology says, so it takes longer",
            "the own peer of the window, if it is connected with them, is one more to reach",
            "2 of the peers have settings of their own",
            "the peers are paused, so nothing spreads until they go on");
  }

  /// Its own settings, and the network round it.
  @Test
  void aRumorHasItsOwnSettingsAndWhatItsSwarmIsLike() throws Exception {
    Scenario played =
        scenario(
            "\"churn\": {\"leave_per_minute\": 2, \"join_per_minute\": 2},",
            """
            {"at": "1 s", "do": "spread", "by": 1}, {"at": "2 s", "do": "spread", "by": 2},
            {"at": "3 s", "do": "kill", "peers": 4}
            """);
    SwarmCounterpart swarm = swarm(played, Run.Time.VIRTUAL);
    Counterpart own = swarm.counterpart();
    Counterpart rumor =
        new Counterpart(
            own.settings().withSeed(3),
            Duration.ofSeconds(2),
            List.of(Counterpart.RANDOM_PHASES, "the settings changed"));

    Counterpart it = swarm.counterpart(rumor);

    assertThat(it.settings()).isEqualTo(rumor.settings());
    assertThat(it.period()).isEqualTo(rumor.period());
    assertThat(it.leftOut())
        .containsExactly(
            Counterpart.RANDOM_PHASES,
            "the settings changed",
            "about 2 peers leave and 2 join per minute, so it may take longer or not reach all",
            "its scenario does more at its times (kill), so it may take longer or not reach all");
  }
}
