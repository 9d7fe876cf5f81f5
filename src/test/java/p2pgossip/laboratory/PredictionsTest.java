package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationRun;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.topology.Topology;

class PredictionsTest {

  private static PopulationSettings settings(
      int peers, String topology, Strategy strategy, int fanout, Interest interest) {
    return new PopulationSettings(
        peers,
        Topology.parse(topology),
        new Spreading(strategy, fanout, interest, Copy.MOST_HOPS),
        0,
        Crashes.NONE,
        3);
  }

  @ParameterizedTest
  @CsvSource({"PUSH, 1", "PUSH, 3", "PULL, 1", "PUSH_PULL, 1"})
  void theCurveOfFewPeersIsTheMeanOfManyRuns(Strategy strategy, int fanout)
      throws InterruptedException {
    PopulationSettings settings = settings(200, "complete", strategy, fanout, Interest.NEVER_LOST);
    Prediction.Curve curve = (Prediction.Curve) Predictions.of(settings);
    RepeatedRuns runs = Repetitions.onArrays(settings.plan(), 3, 2_000, 1);

    for (int round = 0; round < runs.informed().size(); round++) {
      assertThat(curve.means().get(round))
          .isCloseTo(runs.informed().get(round) / 200, within(0.015));
    }
    assertThat(curve.words()).startsWith("Theory: exact mean");
  }

  @Test
  void ninetyOfAHundredRunsAreWithinTheBand() throws InterruptedException {
    PopulationSettings settings = settings(200, "complete", Strategy.PUSH, 1, Interest.NEVER_LOST);
    Prediction.Curve curve = (Prediction.Curve) Predictions.of(settings);
    int within = 0;
    int below = 0;
    try (PopulationRun run = new PopulationRun(settings.plan(), 3)) {
      for (int number = 0; number < 2_000; number++) {
        run.begin(number);
        run.toTheEnd();
        double share = run.curve()[8] / 200.0;
        within += share >= curve.low().get(8) && share <= curve.high().get(8) ? 1 : 0;
        below += share < curve.low().get(8) ? 1 : 0;
      }
    }
    // Whole peers make the band a little wider than 90 %.
    assertThat(within / 2_000.0).isBetween(0.88, 0.95);
    assertThat(below / 2_000.0).isLessThan(0.06);
  }

  @ParameterizedTest
  @CsvSource({"PUSH, 1", "PULL, 2", "PUSH_PULL, 1"})
  void theCurveOfManyIsThatOfARunButForTheLuckOfItsStart(Strategy strategy, int fanout)
      throws InterruptedException {
    PopulationSettings settings =
        settings(50_000, "complete", strategy, fanout, Interest.NEVER_LOST);
    Prediction.Curve curve = (Prediction.Curve) Predictions.of(settings);
    RepeatedRuns runs = Repetitions.onArrays(settings.plan(), 3, 20, 1);

    assertThat(half(curve.means()))
        .isCloseTo(half(runs.informed().stream().map(it -> it / 50_000).toList()), within(1));
    assertThat(curve.hasBand()).isFalse();
  }

  /// The first round after which half of them have heard it.
  private static int half(List<Double> shares) {
    int round = 0;
    while (shares.get(round) < 0.5) {
      round++;
    }
    return round;
  }

  @ParameterizedTest
  @CsvSource({"ring", "grid", "random:3", "complete"})
  void aFloodIsForetoldToThePeer(String topology) throws InterruptedException {
    PopulationSettings settings = settings(300, topology, Strategy.FLOOD, 1, Interest.NEVER_LOST);
    Prediction.Curve curve = (Prediction.Curve) Predictions.of(settings);
    try (PopulationRun run = new PopulationRun(settings.plan(), 3)) {
      run.toTheEnd();
      for (int round = 0; round < curve.means().size(); round++) {
        assertThat(Math.round(curve.means().get(round) * 300)).isEqualTo(run.curve()[round]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"counter:1, 0.80", "coin:2, 0.94", "blind-counter:3, 0.94"})
  void whereInterestIsLostItTellsHowFarItComesInTheEnd(String interest, double share) {
    int fanout = interest.startsWith("blind") ? 3 : 1;
    Prediction prediction =
        Predictions.of(
            settings(1_000, "complete", Strategy.PUSH, fanout, InterestLabel.parse(interest)));

    assertThat(prediction)
        .isInstanceOfSatisfying(
            Prediction.Level.class,
            level -> assertThat(level.share()).isCloseTo(share, within(0.005)));
  }

  @Test
  void aBrokenAssumptionIsNamed() {
    PopulationSettings usual = settings(100, "complete", Strategy.PUSH, 1, Interest.NEVER_LOST);

    assertThat(
            List.of(
                settings(100, "ring", Strategy.PUSH, 1, Interest.NEVER_LOST),
                settings(100, "complete", Strategy.PULL, 1, InterestLabel.parse("coin:2")),
                new PopulationSettings(
                    100, usual.topology(), usual.spreading(), 0, new Crashes(0.1, 0), 3),
                new PopulationSettings(
                    100, usual.topology(), usual.spreading().withHopLimit(2), 0, Crashes.NONE, 3)))
        .map(Predictions::of)
        .allSatisfy(it -> assertThat(it).isInstanceOf(Prediction.Unknown.class))
        .map(Prediction::words)
        .satisfiesExactly(
            words -> assertThat(words).contains("only its neighbours"),
            words -> assertThat(words).contains("Here peers lose it"),
            words -> assertThat(words).contains("Here some crash"),
            words -> assertThat(words).contains("after 2 hops"));
  }
}
