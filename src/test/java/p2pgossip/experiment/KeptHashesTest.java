package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.export.ReportFiles;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.wire.ScenarioJson;

/// The same scenario with the same seed gives the same report in virtual time, byte for byte, on
/// any machine and in years to come. A change of the report, of the engine or of the simulation
/// that is meant gives other hashes.
class KeptHashesTest {

  private static final String FLOOD =
      """
      {"name": "a flood", "peers": 12, "topology": "random:3", "lasts": "10 s", "quiet": "1 s",
       "settings": {"period": "500 ms", "sentences": false, "strategy": "flood"},
       "actions": [{"at": "1 s", "do": "spread", "by": "random:1"}],
       "variants": [{"name": "as it is"}, {"name": "on a tree", "topology": "tree:2"}]}
      """;

  private static final String MISFORTUNE =
      """
      {"name": "misfortune", "seed": 7, "peers": 16, "originals": 3, "topology": "small-world:4:0.2",
       "lasts": "25 s",
       "settings": {"period": "500 ms", "strategy": "push-pull", "interest": "coin:3"},
       "actions": [
         {"at": "0 s", "do": "begin", "fault": {"type": "partition", "sides": ["1-8", "9-16"]}},
         {"at": "1 s", "do": "spread", "by": "random:2"},
         {"at": "4 s", "do": "end", "name": "partition"},
         {"at": "4 s", "do": "begin", "fault": {"type": "loss", "share": 0.2}},
         {"at": "5 s", "do": "begin",
          "fault": {"type": "delay", "path": {"around": "1-3"}, "mean": "80 ms", "jitter": "80 ms"}},
         {"at": "6 s", "do": "begin", "fault": {"type": "duplicate", "share": 0.3}},
         {"at": "7 s", "do": "kill", "peers": "random:3"},
         {"at": "8 s", "do": "begin", "fault": {"type": "freeze", "peers": 5}},
         {"at": "9 s", "do": "spread", "by": "random:1", "text": "now"},
         {"at": "12 s", "do": "restart", "peers": "random:2"},
         {"at": "13 s", "do": "heal"}]}
      """;

  private static final String UPDATING =
      """
      {"name": "updating", "seed": -3, "peers": 10, "topology": "line", "lasts": "30 s",
       "settings": {"period": "1 s", "update": true, "strategy": "anti-entropy",
                    "failure_limit": 2},
       "actions": [{"at": "3 s", "do": "leave", "peers": [2, 9]},
                   {"at": "5 s", "do": "spread", "by": 1}, {"at": "5 s", "do": "spread", "by": 10},
                   {"at": "15 s", "do": "restart", "peers": "all"}]}
      """;

  private static final String CHANGING =
      """
      {"name": "coming and going", "peers": 12, "topology": "random:2", "lasts": "20 s",
       "settings": {"period": "500 ms", "sentences": false, "strategy": "pull"},
       "latency": {"sites": ["1-6", "7-12"], "within": "1 ms",
                   "between": {"lognormal": {"median": "30 ms", "sigma": 0.7}}},
       "churn": {"leave_per_minute": 20, "join_per_minute": 30},
       "actions": [{"at": "1 s", "do": "join", "count": 2}, {"at": "2 s", "do": "spread"}]}
      """;

  private static final String IN_STEP =
      """
      {"name": "in step", "peers": 20, "topology": "random:3", "lasts": "15 s", "in_step": true,
       "settings": {"period": "500 ms", "strategy": "push-pull", "interest": "counter:2"},
       "churn": {"leave_per_minute": 10, "join_per_minute": 10},
       "actions": [{"at": "0 s", "do": "begin", "fault": {"type": "loss", "share": 0.1}},
                   {"at": "1 s", "do": "spread"}, {"at": "5 s", "do": "spread"}]}
      """;

  static Stream<Arguments> scenarios() {
    return Stream.of(
        Arguments.of(FLOOD, "27fea65744d0ed33"),
        Arguments.of(MISFORTUNE, "5b885805e6332da8"),
        Arguments.of(UPDATING, "8dd4b7bea29bdd53"),
        Arguments.of(CHANGING, "f3ca4fc062fea998"),
        Arguments.of(IN_STEP, "aee84b04587f1637"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioGivesTheReportThatItHasAlwaysGiven(String file, String hash) throws Exception {
    Scenario scenario = ScenarioJson.read(file.getBytes(StandardCharsets.UTF_8));

    for (int time = 0; time < 2; time++) {
      Report report =
          new ScenarioRunner(VirtualStage.MAKER).run(scenario, new RunListener() {}, () -> false);
      assertThat(ReportFiles.sha256(report, "p2pgossip")).startsWith(hash);
    }
  }
}
