package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.fault.Latency;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Churn;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.testing.Words;

/// What a scenario says of its network in virtual time, and of peers that come and go.
class NetworkTraitsJsonTest {

  private static Scenario read(String json) throws WireException {
    return ScenarioJson.read(json.getBytes(UTF_8));
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(NetworkTraitsJsonTest::read, json);
  }

  private static String head(String fields) {
    return "{\"name\": \"x\", \"peers\": 4, \"topology\": \"line\",\n" + fields + "}";
  }

  private static Scenario with(String fields) throws WireException {
    return read(head(fields));
  }

  static Stream<Arguments> latencies() {
    Latency.Alike fixed = new Latency.Fixed(Duration.ofMillis(10));
    Latency.Alike uniform = new Latency.Uniform(Duration.ofMillis(5), Duration.ofMillis(20));
    return Stream.of(
        Arguments.of("\"10 ms\"", fixed),
        Arguments.of("{\"uniform\": [\"5 ms\", \"20 ms\"]}", uniform),
        Arguments.of(
            "{\"lognormal\": {\"median\": \"20 ms\", \"sigma\": 0.5}}",
            new Latency.LogNormal(Duration.ofMillis(20), 0.5)),
        Arguments.of(
            "{\"sites\": [\"1-2\", 4], \"within\": \"10 ms\", \"between\": {\"uniform\": [\"5 ms\","
                + " \"20 ms\"]}}",
            new Latency.Sites(List.of(Set.of(1, 2), Set.of(4)), fixed, uniform)));
  }

  @ParameterizedTest
  @MethodSource("latencies")
  void aLatencyIsReadAndWritten(String json, Latency latency) throws WireException {
    Scenario scenario = with("\"latency\": " + json);

    assertThat(scenario.traits()).isEqualTo(new NetworkTraits(latency, null, false));
    assertThat(new String(ScenarioJson.write(scenario), UTF_8))
        .contains("\n  \"latency\": " + json + ",\n");
  }

  @Test
  void churnAndPeersThatJoinAreReadAndWritten() throws WireException {
    Scenario scenario =
        with(
            """
            "churn": {"leave_per_minute": 2, "join_per_minute": 2.5},
            "actions": [{"at": "1 s", "do": "join"}, {"at": "2 s", "do": "join", "count": 3}]
            """);

    assertThat(scenario.traits()).isEqualTo(new NetworkTraits(null, new Churn(2, 2.5), false));
    assertThat(scenario.actions())
        .extracting(TimedAction::action)
        .containsExactly(new Action.Join(1), new Action.Join(3));
    assertThat(read(new String(ScenarioJson.write(scenario), UTF_8))).isEqualTo(scenario);
    assertThat(with("\"churn\": {\"join_per_minute\": 1}").traits().churn())
        .isEqualTo(new Churn(0, 1));
  }

  @Test
  void thatPeersAreInStepIsReadAndWritten() throws WireException {
    Scenario scenario =
        with(
            """
            "in_step": true,
            "actions": [{"at": "1 s", "do": "pause"}, {"at": "2 s", "do": "step"},
                        {"at": "3 s", "do": "change", "peers": 2, "settings": {"fanout": 1}},
                        {"at": "3 s", "do": "change", "settings": {"period": "2 s"}}]
            """);

    assertThat(scenario.traits()).isEqualTo(new NetworkTraits(null, null, true));
    assertThat(read(new String(ScenarioJson.write(scenario), UTF_8))).isEqualTo(scenario);
    assertThat(with("\"in_step\": false").traits()).isEqualTo(NetworkTraits.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "latency": {} | line 2: "latency" … {"sites": …
          "latency": "2 min" | line 2: "latency" … a latency of 120000 ms …
          "latency": {"uniform": ["5 ms"]} | line 2: "uniform" of "latency" must hold two times, the least and the greatest
          "latency": {"uniform": ["5 ms", "1 ms"]} | line 2: "latency" … upwards …
          "latency": {"sites": ["1-2", 2], "within": "1 ms", "between": "9 ms"} | line 2: … two sites
          "latency": {"sites": ["3-5"], "within": "1 ms", "between": "9 ms"} | line 1: the latency names peer 5, but the peers are 1 to 4
          "in_step": true, "latency": "1 ms" | line 1: … in step … latency …
          "in_step": true, "actions": [{"at": "1 s", "do": "pause", "peers": 2}] | line 2: … 1.0 s … out of step …
          "in_step": true, "actions": [{"at": "1 s", "do": "change", "peers": 2, "settings": {"period": "1 s"}}] | line 2: … 1.0 s … out of step …
          "churn": {"leaves": 1} | line 2: … no field "leaves" in "churn"; … join_per_minute, leave_per_minute
          "lasts": "1 h", "churn": {"join_per_minute": 60} | line 1: about 3600 peers would join in 3600.0 s, but a run has at most 2000 peers in all
          """)
  void wrongLatenciesAndChurnAreRefusedInWords(String fields, String reason) {
    assertThat(reasonFor(head(fields))).matches(Words.of(reason));
  }
}
