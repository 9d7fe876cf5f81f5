package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.testing.Words;
import p2pgossip.topology.Line;
import p2pgossip.topology.Ring;
import p2pgossip.topology.Topology;

class ScenarioJsonTest {

  private static final SettingsChange PUSH =
      new SettingsChange(
          Duration.ofMillis(500),
          null,
          false,
          null,
          null,
          null,
          Strategy.PUSH,
          null,
          InterestLabel.parse("counter:3"),
          null,
          null);

  private static final Scenario SCENARIO =
      new Scenario(
          "A partition that heals",
          "Two halves hear nothing of each other for five seconds.",
          7,
          24,
          2,
          Topology.parse("small-world:4:0.1"),
          PUSH.applyTo(PeerSettings.DEFAULT).withKeep(true),
          Duration.ofSeconds(30),
          Duration.ofMillis(2_500),
          List.of(
              new TimedAction(
                  Duration.ZERO,
                  new Action.Begin(
                      "split",
                      new Fault.Partition<>(
                          List.of(
                              new Selection.These(Stream.iterate(1, i -> i + 1).limit(12).toList())
                                  .parts(),
                              new Selection.These(Stream.iterate(13, i -> i + 1).limit(12).toList())
                                  .parts())))),
              new TimedAction(
                  Duration.ofMillis(500),
                  new Action.Spread(new Selection.These(1), "Have you heard?")),
              new TimedAction(Duration.ofSeconds(5), new Action.End("split")),
              new TimedAction(
                  Duration.ofMinutes(1).dividedBy(2),
                  new Action.Kill(new Selection.These(List.of(3, 8))))),
          List.of(
              new Variant("push", SettingsChange.NONE, null),
              new Variant("on a ring", SettingsChange.NONE, new Ring())));

  private static final String FILE =
      """
      {
        "name": "A partition that heals",
        "description": "Two halves hear nothing of each other for five seconds.",
        "seed": 7,
        "peers": 24,
        "originals": 2,
        "topology": "small-world:4:0.1",
        "settings": {"period": "500 ms", "sentences": false, "strategy": "push", "interest": "counter:3"},
        "keep": true,
        "lasts": "30 s",
        "quiet": "2.5 s",
        "actions": [
          {"at": "0 s", "do": "begin", "name": "split", "fault": {"type": "partition", "sides": ["1-12", "13-24"]}},
          {"at": "500 ms", "do": "spread", "by": 1, "text": "Have you heard?"},
          {"at": "5 s", "do": "end", "name": "split"},
          {"at": "30 s", "do": "kill", "peers": [3, 8]}
        ],
        "variants": [
          {"name": "push", "settings": {}},
          {"name": "on a ring", "settings": {}, "topology": "ring"}
        ]
      }
      """;

  private static Scenario read(String json) throws WireException {
    return ScenarioJson.read(json.getBytes(UTF_8));
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(ScenarioJsonTest::read, json);
  }

  private static Scenario of(Action action) {
    List<TimedAction> actions = new ArrayList<>();
    if (action instanceof Action.End(String name)) {
      Fault<Selection> fault = new Fault.Block<>(new p2pgossip.fault.Path.Everywhere<>());
      actions.add(new TimedAction(Duration.ZERO, new Action.Begin(name, fault)));
    }
    actions.add(new TimedAction(Duration.ofMillis(3), action));
    return new Scenario(
        "x",
        "",
        -1,
        Scenario.MOST_PEERS,
        0,
        new Line(),
        PeerSettings.DEFAULT,
        Duration.ofSeconds(1),
        null,
        actions,
        List.of());
  }

  static Stream<Class<?>> everyAction() {
    return RandomValues.permitted(Action.class);
  }

  static Stream<Class<?>> everyFault() {
    return RandomValues.permitted(Fault.class);
  }

  @Test
  void aScenarioIsWrittenAsAPersonWouldWriteIt() {
    assertThat(ScenarioJson.write(SCENARIO)).asString(UTF_8).isEqualTo(FILE);
  }

  @Test
  void theExampleInTheHandbookIsThisOne() {
    assertThat(Path.of("assets", "SCENARIOS.md"))
        .content(UTF_8)
        .contains("```json\n" + FILE + "```");
  }

  @Test
  void aScenarioIsReadAsItWasWritten() throws WireException {
    assertThat(read(FILE)).isEqualTo(SCENARIO);
  }

  @ParameterizedTest
  @MethodSource("everyAction")
  void everyActionIsReadAsItWasWritten(Class<? extends Action> type) throws WireException {
    RandomValues values = new RandomValues(new Random(20261122));
    for (int i = 0; i < 100; i++) {
      Scenario scenario = of(values.ofNamed(type));
      assertThat(ScenarioJson.read(ScenarioJson.write(scenario))).isEqualTo(scenario);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void everyFaultIsReadAsItWasWritten(Class<?> type) throws WireException {
    RandomValues values = new RandomValues(new Random(20261122));
    for (int i = 0; i < 100; i++) {
      Scenario scenario = of(new Action.Begin("it", values.plannedFault(type)));
      assertThat(ScenarioJson.read(ScenarioJson.write(scenario))).isEqualTo(scenario);
    }
  }

  @Test
  void aNameANumberAndATopologyAreEnough() throws WireException {
    assertThat(read("{\"name\": \"Ring\", \"peers\": 5, \"topology\": \"ring\"}"))
        .isEqualTo(
            new Scenario(
                "Ring",
                "",
                1,
                5,
                0,
                new Ring(),
                PeerSettings.DEFAULT.withKeep(false),
                Duration.ofMinutes(1),
                null,
                List.of(),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"at\":\"0 s\",\"do\":\"spread\"} | {\"at\":\"0"
            + " s\",\"do\":\"spread\",\"by\":\"random:1\",\"text\":\"Have you heard?\"}",
        "{\"at\":\"0 s\",\"do\":\"spread\",\"by\":\"random\"} | {\"at\":\"0 s\",\"do\":\"spread\","
            + "\"by\":\"random:1\",\"text\":\"Have you heard?\"}",
        "{\"at\":\"60s\",\"do\":\"pause\"} | {\"at\":\"1 min\",\"do\":\"pause\",\"peers\":\"all\"}",
        "{\"at\":\"0.001 min\",\"do\":\"step\",\"peers\":[2,1,2]} | {\"at\":\"60"
            + " ms\",\"do\":\"step\",\"peers\":\"1-2\"}",
        "{\"at\":\"0 h\",\"do\":\"begin\",\"fault\":{\"type\":\"loss\",\"share\":1e-1}} |"
            + " {\"at\":\"0 s\",\"do\":\"begin\",\"name\":\"loss\",\"fault\":{\"type\":\"loss\","
            + "\"path\":\"everywhere\",\"share\":0.1}}",
        "{\"at\":\"0 s\",\"do\":\"begin\",\"fault\":{\"type\":\"delay\",\"mean\":\"20 ms\"}} |"
            + " {\"at\":\"0 s\",\"do\":\"begin\",\"name\":\"delay\",\"fault\":{\"type\":\"delay\","
            + "\"path\":\"everywhere\",\"mean\":\"20 ms\",\"jitter\":\"0 s\"}}"
      })
  void defaultsAndOtherSpellingsMeanTheSame(String brief, String full) throws WireException {
    assertThat(read(withAction(brief))).isEqualTo(read(withAction(full)));
  }

  private static String withAction(String action) {
    return "{\"name\":\"x\",\n\"peers\":5,\n\"topology\":\"ring\",\n\"actions\":[\n"
        + action
        + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"peers\": 24, | '' | line 1: \"peers\" is missing",
        "\"peers\": 24 | \"peers\": 0 | line 5: \"peers\" … whole number … from 1 to 2000, not 0",
        "\"peers\": 24 | \"peers\": 23 | line 13: … 0.0 s … peer 24, … 23",
        "\"originals\": 2 | \"originals\": 25 | line 1: … original peers … 24, not 25",
        "\"seed\": 7 | \"seed\": \"7\" | line 4: \"seed\" … whole number, not a string",
        "\"seed\": 7 | \"sead\": 7 | line 4: … no field \"sead\"; … actions, churn, description,"
            + " in_step, keep, lasts, latency, name, names, originals, peers, quiet, seed,"
            + " settings, topology, variants",
        "\"seed\": 7 | \"seed\": 7, \"seed\": 7 | line 4: \"seed\" is given twice",
        "\"strategy\": \"push\" | \"strategy\": \"shout\" | line 8: \"strategy\" of \"settings\" …"
            + " \"direct\" … \"anti-entropy\", not \"shout\"",
        "\"sentences\": false | \"fan\": 2 | line 8: … no field \"fan\" in \"settings\"; …"
            + " failure_limit, fanout, forwarding, hop_limit, interest, max_peers, period,"
            + " sentences, strategy, text, update",
        "\"500 ms\", \"sent | \"1 ms\", \"sent | line 8: period of 0.001 s …",
        "\"lasts\": \"30 s\" | \"lasts\": 30 | line 10: \"lasts\" … string, not a number",
        "\"lasts\": \"30 s\" | \"lasts\": \"soon\" | line 10: \"lasts\" … time … not \"soon\"",
        "\"lasts\": \"30 s\" | \"lasts\": \"4 s\" | line 15: … 5.0 s … after the end, at 4.0 s",
        "\"do\": \"kill\" | \"do\": \"bill\" | line 16: \"do\" of item 4 of \"actions\" must be one"
            + " of begin, change, end, forget, heal, join, kill, leave, pause, restart, resume,"
            + " spread, step, not \"bill\"",
        "\"peers\": [3, 8] | \"by\": 3 | line 16: … no field \"by\" in item 4 of \"actions\"; … at,"
            + " do, peers",
        ", \"peers\": [3, 8] | '' | line 16: \"peers\" of item 4 of \"actions\" is missing",
        "[3, 8] | [] | line 16: \"peers\" of item 4 of \"actions\" must name at least one peer",
        "[3, 8] | [3, \"8\"] | line 16: \"peers\" of item 4 of \"actions\" must be a peer's number,"
            + " not a string",
        "[3, 8] | \"8-3\" | line 16: \"peers\" of item 4 of \"actions\" must count upwards, not"
            + " \"8-3\"",
        "[3, 8] | \"1-9999\" | line 16: \"peers\" of item 4 of \"actions\" must be \"all\", a"
            + " peer's number, an array of such, \"1-12\" or \"random:3\", with numbers from 1 to"
            + " 2000, not 9999",
        "13-24 | 12-24 | line 13: … two sides …",
        "13-24 | random:2 | line 13: \"sides\" of \"fault\" of item 1 of \"actions\" must name each"
            + " peer: a number, an array of such, or \"1-12\"",
        "\"end\", \"name\": \"split\" | \"end\", \"name\": \"splat\" | line 15: … 5.0 s … fault"
            + " \"splat\", …",
        "on a ring | push | line 1: … runs … \"push\"",
        "\"ring\" | \"wheel\" | line 20: \"topology\" of item 2 of \"variants\" … topology"
            + " \"wheel\"; …"
      })
  void anErrorNamesItsLine(String right, String wrong, String reason) {
    assertThat(reasonFor(FILE.replace(right, wrong))).matches(Words.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | line 1: … ends too early",
        "[] | a scenario … object, not an array",
        "{'name': 'x'} | not JSON: … line 1 column 3 …",
        "{} {} | not JSON: … line 1 column 5 …"
      })
  void anythingButAScenarioIsRefused(String json, String reason) {
    assertThat(reasonFor(json)).matches(Words.of(reason));
  }

  @Test
  void aFileThatBreaksOffAnywhereIsRefusedWithALine() {
    for (int length = 0; length < FILE.length() - 2; length++) {
      assertThat(reasonFor(FILE.substring(0, length)))
          .matches("line [0-9]+: .* ends too early|not JSON: .* at line [0-9]+ .*");
    }
  }

  @Test
  void aMissingCommaIsFoundOnItsLine() {
    assertThat(reasonFor(FILE.replace("\"peers\": 24,", "\"peers\": 24")))
        .startsWith("not JSON: ")
        .contains("at line 6 ");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    assertThat(reasonFor(" ".repeat(ScenarioJson.LARGEST + 1)))
        .isEqualTo("a scenario of 1048577 bytes is larger than 1048576");
  }
}
