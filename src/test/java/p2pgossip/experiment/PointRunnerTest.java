package p2pgossip.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.network.SpreadFigures;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.WordLists;
import p2pgossip.population.Repetitions;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.ScenarioBase;
import p2pgossip.wire.ExperimentJson;

class PointRunnerTest {

  private static Experiment read(String json) throws Exception {
    return ExperimentJson.read(json.getBytes(UTF_8));
  }

  private static Outcome run(Experiment experiment, int point) throws Exception {
    return new PointRunner(experiment, VirtualStage.MAKER).run(point, 3, () -> false);
  }

  private static Experiment onArrays() throws Exception {
    return read(
        """
        {"name": "a", "scale": "arrays",
         "base": {"peers": 200, "topology": "random:5", "interest": "counter:4", "crash": 0.1,
                  "crash_after": 6},
         "axes": [{"of": "loss", "values": [0, 0.2]}], "repetitions": 4, "measures": ["reached"]}
        """);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aRunOnArraysIsThatOfTheCommandSimulateWithItsSeed(int point) throws Exception {
    Experiment experiment = onArrays();
    long seed = experiment.seed(point, 3);
    RepeatedRuns same =
        Repetitions.onArrays(
            ExperimentSize.settings((PopulationBase) experiment.at(point), seed).plan(),
            seed,
            1,
            1);

    Outcome outcome = run(experiment, point);

    assertThat(outcome.value(Measure.T_LAST)).isEqualTo(same.rounds().mean());
    assertThat(outcome.value(Measure.REACHED)).isEqualTo(same.reached().mean());
    assertThat(outcome.value(Measure.COPIES_PER_PEER)).isEqualTo(same.copiesPerPeer().mean());
    assertThat(outcome.value(Measure.CONTACTS_PER_PEER)).isEqualTo(same.contactsPerPeer().mean());
    assertThat(outcome.value(Measure.T50)).isBetween(1.0, outcome.value(Measure.T_LAST));
    assertThat(outcome.value(Measure.MEAN_HOPS)).isNaN();
  }

  @Test
  void aRunInVirtualTimeIsThatOfItsScenarioWithItsValuesAndItsSeed() throws Exception {
    Experiment experiment =
        read(
            """
            {"name": "a", "scale": "virtual",
             "scenario": {"name": "s", "peers": 20, "topology": "random:4", "lasts": "30 s",
              "quiet": "5 s", "settings": {"period": "500 ms", "sentences": false},
              "actions": [{"at": "1 s", "do": "spread", "by": 1}]},
             "axes": [{"of": "loss", "values": [0, 0.3]},
                      {"of": "strategy", "values": ["push", "push-pull"]}],
             "repetitions": 4, "measures": ["reached"]}
            """);
    ScenarioBase base = (ScenarioBase) experiment.at(3);
    SpreadFigures figures =
        new ScenarioRunner(VirtualStage.MAKER)
            .run(base.seeded(experiment.seed(3, 3)), new RunListener() {}, () -> false)
            .runs()
            .getFirst()
            .rumors()
            .getFirst()
            .figures();

    Outcome outcome = run(experiment, 3);

    assertThat(figures.lost()).isPositive();
    assertThat(outcome.value(Measure.REACHED)).isEqualTo((double) figures.reached() / 20);
    assertThat(outcome.value(Measure.T_LAST)).isEqualTo(figures.tLast().toNanos() / 1e9);
    assertThat(outcome.value(Measure.COPIES_PER_PEER)).isEqualTo(figures.copiesPerPeer());
    assertThat(outcome.value(Measure.MEAN_HOPS)).isEqualTo(figures.meanHops());
    assertThat(outcome.value(Measure.CONTACTS_PER_PEER)).isNaN();
    assertThat(run(experiment, 1)).isNotEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"push, 300", "pull, 900"})
  void onArraysMessagesAreCopiesToldAndQuestionsAndBytesAreSoManyTimesTheirSize(
      String strategy, int size) throws Exception {
    Outcome outcome =
        run(
            read(
                """
                {"name": "a", "scale": "arrays",
                 "base": {"peers": 100, "strategy": "%s", "fanout": 2, "message_bytes": %s},
                 "repetitions": 4, "measures": ["messages_per_peer_second"]}
                """
                    .formatted(strategy, size)),
            0);

    double messages = outcome.value(Measure.MESSAGES_PER_PEER_SECOND);
    if (strategy.equals("pull")) {
      // Every peer asks two in every round, whether they know anything or not.
      assertThat(messages).isEqualTo(2);
    } else {
      assertThat(messages * outcome.value(Measure.T_LAST))
          .isCloseTo(outcome.value(Measure.COPIES_PER_PEER), within(1e-9));
    }
    assertThat(outcome.value(Measure.BYTES_PER_PEER_SECOND)).isEqualTo(messages * size);
  }

  @Test
  void messagesAndBytesAreCountedOnSocketsAndInVirtualTimeAlike() throws Exception {
    String scenario =
        """
        {"name": "a", "scale": "%s",
         "scenario": {"name": "s", "peers": 3, "topology": "line", "lasts": "2 s",
          "settings": {"period": "100 ms", "strategy": "flood"},
          "actions": [{"at": "0 s", "do": "spread", "by": 1}]},
         "repetitions": 4, "measures": ["bytes_per_peer_second"]}
        """;
    Outcome virtual = run(read(scenario.formatted("virtual")), 0);
    Outcome real =
        new PointRunner(
                read(scenario.formatted("real")),
                RealStage.of(seed -> new PeerRuntime(WordLists.sentences(), seed)))
            .run(0, 3, () -> false);

    // Ten times a second, to one neighbour at the ends and two in the middle; and the upkeep.
    assertThat(virtual.value(Measure.MESSAGES_PER_PEER_SECOND)).isBetween(40 / 3.0, 60 / 3.0);
    // A busy machine leaves periods out.
    assertThat(real.value(Measure.MESSAGES_PER_PEER_SECOND)).isBetween(1.0, 70 / 3.0);
    assertThat(bytesOfAMessage(real)).isCloseTo(bytesOfAMessage(virtual), withinPercentage(15));
  }

  private static double bytesOfAMessage(Outcome outcome) {
    return outcome.value(Measure.BYTES_PER_PEER_SECOND)
        / outcome.value(Measure.MESSAGES_PER_PEER_SECOND);
  }

  @Test
  void aRunCanBeGivenUp() throws Exception {
    PointRunner runner = new PointRunner(onArrays(), VirtualStage.MAKER);

    assertThatThrownBy(() -> runner.run(0, 0, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
