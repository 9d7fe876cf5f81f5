package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// GOSSIP1(p, k) of Haas, Halpern and Li 2002 is site percolation. On a line the peers reached
/// follow from one formula. On a square lattice a rumour dies early or reaches nearly all, and the
/// probability from which on it can reach nearly all is the lattice's threshold, 0.5927 (Newman and
/// Ziff 2000, "Efficient Monte Carlo algorithm and high-precision results for percolation").
class ProbabilisticFloodingTheoryTest {

  /// The number of peers along each side of the lattice. Opposite sides are joined, so that all
  /// peers are alike.
  private static final int SIDE = 16;

  private static final int PEERS = SIDE * SIDE;
  private static final int RUMORS = 150;

  private static PeerSettings settings(double probability, int floodHops) {
    return PeerSettings.DEFAULT
        .withSentences(false)
        .withSpreading(
            Spreading.DEFAULT
                .withStrategy(Strategy.GOSSIP1)
                .withForwarding(new Forwarding(probability, floodHops)));
  }

  /// The number of peers that each rumour reaches, with the origin.
  private static double[] reached(SimulatedNetwork network, int rumors) {
    return DoubleStream.generate(
            () -> {
              RumorId rumor = network.tell(0, "the tram is late");
              network.pass(Duration.ofMillis(500));
              return network.log().hearers(rumor).size();
            })
        .limit(rumors)
        .toArray();
  }

  private static SimulatedNetwork lattice(double probability) {
    SimulatedNetwork network = new SimulatedNetwork(PEERS, settings(probability, 1), 1);
    for (int peer = 0; peer < PEERS; peer++) {
      network.connect(peer, right(peer));
      network.connect(peer, below(peer));
    }
    network.pass(Duration.ofMillis(100));
    return network;
  }

  private static int right(int peer) {
    return peer % SIDE == SIDE - 1 ? peer - SIDE + 1 : peer + 1;
  }

  private static int left(int peer) {
    return peer % SIDE == 0 ? peer + SIDE - 1 : peer - 1;
  }

  private static int below(int peer) {
    return (peer + SIDE) % PEERS;
  }

  private static int above(int peer) {
    return (peer - SIDE + PEERS) % PEERS;
  }

  /// The same on an array: a site that is reached is open with the given probability and then
  /// reaches its neighbours. The first site is always open.
  private static double modelled(double probability, RandomGenerator random) {
    boolean[] reached = new boolean[PEERS];
    reached[0] = true;
    Queue<Integer> open = new ArrayDeque<>();
    open.add(0);
    int count = 1;
    while (!open.isEmpty()) {
      int site = open.remove();
      for (int next : new int[] {right(site), left(site), below(site), above(site)}) {
        if (!reached[next]) {
          reached[next] = true;
          count++;
          if (random.nextDouble() < probability) {
            open.add(next);
          }
        }
      }
    }
    return count;
  }

  private static double[] modelled(double probability, int rumors) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    return DoubleStream.generate(() -> modelled(probability, random)).limit(rumors).toArray();
  }

  private static double[] shares(double[] reached, double least, double most) {
    return Arrays.stream(reached)
        .map(peers -> peers >= least * PEERS && peers < most * PEERS ? 1 : 0)
        .toArray();
  }

  /// On a line, from its end, peer i is reached with probability p^(i - k): the i - k peers before
  /// it, after the first k, must pass the rumour on.
  @ParameterizedTest
  @CsvSource({"0.7, 1", "0.5, 3", "0.9, 0"})
  void onALineAsManyAreReachedAsTheirCoinsSay(double probability, int floodHops) {
    int peers = 12;
    SimulatedNetwork network = new SimulatedNetwork(peers, settings(probability, floodHops), 1);
    for (int peer = 1; peer < peers; peer++) {
      network.connect(peer - 1, peer);
    }
    network.pass(Duration.ofMillis(100));
    double expected = 1;
    for (int peer = 1; peer < peers; peer++) {
      expected += Math.pow(probability, Math.max(0, peer - floodHops));
    }

    Mean.of(reached(network, 200)).isWithinThreeStandardErrorsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.65", "0.75"})
  void aRumorDiesEarlyOrReachesNearlyAll(double probability) {
    double[] reached = reached(lattice(probability), RUMORS);
    double[] model = modelled(probability, 20_000);

    Mean.of(shares(reached, 0, 0.2)).isWithinThreeStandardErrorsOf(Mean.of(shares(model, 0, 0.2)));
    Mean.of(shares(reached, 0.7, 2)).isWithinThreeStandardErrorsOf(Mean.of(shares(model, 0.7, 2)));
    Mean.of(reached).isWithinThreeStandardErrorsOf(Mean.of(model));
    assertThat(Mean.of(shares(reached, 0.2, 0.7)).value()).as("in between").isLessThan(0.1);
    assertThat(Mean.of(shares(reached, 0, 0.2)).value()).as("died early").isPositive();
    assertThat(Mean.of(shares(reached, 0.7, 2)).value()).as("nearly all").isGreaterThan(0.5);
  }

  @Test
  void belowTheThresholdARumorReachesFewAndAboveItMost() {
    double[] below = reached(lattice(0.4), RUMORS);
    double[] above = reached(lattice(0.8), RUMORS);

    assertThat(Mean.of(shares(below, 0, 0.5)).value()).isGreaterThan(0.95);
    assertThat(Mean.of(shares(above, 0.9, 2)).value()).isGreaterThan(0.9);
  }

  @Test
  void withTheProbabilityOfOneItIsFlooding() {
    double[] reached = reached(lattice(1), 3);

    assertThat(reached).containsOnly(PEERS);
  }
}
