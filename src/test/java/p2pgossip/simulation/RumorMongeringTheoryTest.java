package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// Compares residue and traffic with Demers et al. 1987, section 1.4, tables 1 to 3. First a model
/// on arrays is compared with the tables, with the 1000 sites of the tables. Then the engines are
/// compared with the model, with fewer sites, since each engine knows all others.
class RumorMongeringTheoryTest {

  private static final int SITES = 1_000;
  private static final int MODEL_RUNS = 300;
  private static final int PEERS = 24;
  private static final int RUMORS = 200;

  /// The tables give two figures. The tolerance is half of the last figure, and the errors of our
  /// mean and of theirs. Their number of runs is unknown and taken to be ours.
  private static void isAsPrinted(Mean mean, double printed, double lastFigure) {
    double error = 3 * Math.sqrt(2) * mean.standardError();
    assertThat(mean.value()).isCloseTo(printed, within(lastFigure / 2 + error));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.18, 0.01, 1.7, 0.1",
    "2, 0.037, 0.001, 3.3, 0.1",
    "3, 0.011, 0.001, 4.5, 0.1",
    "4, 0.0036, 0.0001, 5.6, 0.1"
  })
  void theModelIsThatOfTable1PushWithFeedbackAndCounter(
      int k, double residue, double residueFigure, double traffic, double trafficFigure) {
    RumorModel model = new RumorModel(SITES, k, random(k));
    Sample sample = Sample.of(MODEL_RUNS, () -> model.push(RumorModel.Loss.FEEDBACK_COUNTER));

    isAsPrinted(sample.residue(), residue, residueFigure);
    isAsPrinted(sample.traffic(), traffic, trafficFigure);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.96, 0.01, 0.04, 0.01", "2, 0.20, 0.01, 1.6, 0.1", "3, 0.060, 0.001, 2.8, 0.1"})
  void theModelIsThatOfTable2PushBlindWithCoin(
      int k, double residue, double residueFigure, double traffic, double trafficFigure) {
    RumorModel model = new RumorModel(SITES, k, random(k));
    Sample sample = Sample.of(MODEL_RUNS, () -> model.push(RumorModel.Loss.BLIND_COIN));

    isAsPrinted(sample.residue(), residue, residueFigure);
    isAsPrinted(sample.traffic(), traffic, trafficFigure);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.031, 0.001, 2.7, 0.1", "2, 0.00058, 0.00001, 4.5, 0.1"})
  void theModelIsThatOfTable3PullWithFeedbackAndCounter(
      int k, double residue, double residueFigure, double traffic, double trafficFigure) {
    RumorModel model = new RumorModel(SITES, k, random(k));
    Sample sample = Sample.of(MODEL_RUNS, model::pull);

    isAsPrinted(sample.residue(), residue, residueFigure);
    isAsPrinted(sample.traffic(), traffic, trafficFigure);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void enginesPushWithFeedbackAndCounterAsTheModelDoes(int k) {
    RumorModel model = new RumorModel(PEERS, k, random(k));
    Sample expected = Sample.of(20 * RUMORS, () -> model.push(RumorModel.Loss.FEEDBACK_COUNTER));
    Interest interest = new Interest(Interest.End.COUNTER, Interest.Contacts.UNNECESSARY, k);

    Sample sample = engines(Strategy.PUSH, interest);

    sample.residue().isWithinThreeStandardErrorsOf(expected.residue());
    sample.traffic().isWithinThreeStandardErrorsOf(expected.traffic());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void enginesPushBlindWithCoinAsTheModelDoes(int k) {
    RumorModel model = new RumorModel(PEERS, k, random(k));
    Sample expected = Sample.of(20 * RUMORS, () -> model.push(RumorModel.Loss.BLIND_COIN));

    Sample sample =
        engines(Strategy.PUSH, new Interest(Interest.End.COIN, Interest.Contacts.ALL, k));

    sample.residue().isWithinThreeStandardErrorsOf(expected.residue());
    sample.traffic().isWithinThreeStandardErrorsOf(expected.traffic());
  }

  /// Traffic differs by design: a peer that asks says what it has, so that no copy is sent in vain.
  @ParameterizedTest
  @CsvSource({"1", "2"})
  void enginesPullWithFeedbackAndCounterAsTheModelDoes(int k) {
    RumorModel model = new RumorModel(PEERS, k, random(k));
    Sample expected = Sample.of(20 * RUMORS, model::pull);
    Interest interest = new Interest(Interest.End.COUNTER, Interest.Contacts.UNNECESSARY, k);

    Sample sample = engines(Strategy.PULL, interest);

    sample.residue().isWithinThreeStandardErrorsOf(expected.residue());
  }

  private static Sample engines(Strategy strategy, Interest interest) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPaused(true)
            .withSentences(false)
            .withSpreading(new Spreading(strategy, 1, interest, 10_000));
    SimulatedNetwork network = new SimulatedNetwork(PEERS, settings, 20_261_122);
    network.connectAll();
    SynchronousRounds rounds = new SynchronousRounds(network);
    return Sample.of(
        RUMORS,
        () -> {
          RumorId rumor = network.tell(0, "the tram is late");
          rounds.untilNobodySpreads();
          double reached = network.log().hearers(rumor).size();
          network.forgetRumors();
          return new RumorModel.Outcome(
              1 - reached / PEERS, (double) network.log().copies(rumor) / PEERS);
        });
  }

  private static RandomGenerator random(int k) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(1_987 + k);
  }

  private record Sample(Mean residue, Mean traffic) {

    static Sample of(int runs, Supplier<RumorModel.Outcome> run) {
      var outcomes = Stream.generate(run).limit(runs).toList();
      return new Sample(
          Mean.of(outcomes.stream().mapToDouble(RumorModel.Outcome::residue).toArray()),
          Mean.of(outcomes.stream().mapToDouble(RumorModel.Outcome::traffic).toArray()));
    }
  }
}
