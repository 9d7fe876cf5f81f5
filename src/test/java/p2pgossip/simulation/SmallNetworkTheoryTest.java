package p2pgossip.simulation;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// Four peers that all know one another, in synchronous rounds, with one random partner each and
/// interest that is never lost. The number of peers that know the rumour is a Markov chain, whose
/// mean time to reach all is known exactly.
class SmallNetworkTheoryTest {

  private static final int RUMORS = 1_500;

  @ParameterizedTest
  @CsvSource({"push, 485, 152", "pull, 105, 38", "push-pull, 121, 60"})
  void meanRoundsUntilAllOfFourHaveHeardAreThoseOfTheTheory(
      String strategy, int numerator, int denominator) {
    Spreading spreading =
        new Spreading(Strategy.labelled(strategy), 1, Interest.NEVER_LOST, 10_000);
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(Duration.ofMillis(100))
            .withPaused(true)
            .withSentences(false)
            .withSpreading(spreading);
    SimulatedNetwork network = new SimulatedNetwork(4, settings, 20_261_122);
    network.connectAll();
    SynchronousRounds rounds = new SynchronousRounds(network);

    double[] sample = new double[RUMORS];
    for (int i = 0; i < RUMORS; i++) {
      RumorId rumor = network.tell(i % 4, "the tram is late");
      sample[i] = rounds.untilAllHaveHeard(rumor);
      network.forgetRumors();
    }

    Mean.of(sample).isWithinThreeStandardErrorsOf((double) numerator / denominator);
  }
}
