package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Latency;
import p2pgossip.fault.Path;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.steering.NetworkListener;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Line;
import p2pgossip.topology.Ring;
import p2pgossip.topology.Topology;

/// Peers that begin their periods at the same moment, checked against what is known of rounds.
class PeersInStepTest {

  private static final int RUMORS = 600;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /// The network stands shortly before a round.
  private static SimulatedNetwork network(Topology topology, int size, Strategy strategy) {
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(PERIOD)
            .withSentences(false)
            .withSpreading(new Spreading(strategy, 1, Interest.NEVER_LOST, 10_000));
    SimulatedNetwork network =
        SimulatedNetwork.start(
            new SimulationPlan(size, 0, topology, settings, 7, Latency.usual(), true),
            new VirtualTime(),
            NetworkListener.NONE);
    network.pass(Duration.ofMillis(850));
    assertThat(network.unconnected()).isZero();
    return network;
  }

  @ParameterizedTest
  @CsvSource({
    "push, 4, 3.190789",
    "pull, 4, 2.763158",
    "push-pull, 4, 2.016667",
    "push, 10, 6.0471",
    "pull, 10, 5.0634",
    "push-pull, 10, 3.4605"
  })
  void meanRoundsUntilAllHaveHeardAreThoseOfTheTheory(String strategy, int size, double mean) {
    SimulatedNetwork network = network(new Complete(), size, Strategy.labelled(strategy));

    double[] sample = new double[RUMORS];
    for (int i = 0; i < RUMORS; i++) {
      RumorId rumor = network.tell(i % size, "the tram is late");
      while (network.log().hearers(rumor).size() < size) {
        network.pass(PERIOD);
        sample[i]++;
      }
      network.forgetRumors();
    }

    Mean.of(sample).isWithinThreeStandardErrorsOf(mean);
  }

  @Test
  void aFloodReachesTheNextNeighborsInEachRound() {
    SimulatedNetwork network = network(new Line(), 5, Strategy.FLOOD);

    RumorId rumor = network.tell(0, "the tram is late");
    List<Integer> reached = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      network.pass(PERIOD);
      reached.add(network.log().hearers(rumor).size());
    }

    assertThat(reached).containsExactly(2, 3, 4, 5, 5);
    assertThat(network.log().copies(rumor)).isEqualTo(4);
  }

  @Test
  void feedbackSaysWhetherAPeerKnewARumorAtTheStartOfTheRound() {
    SimulatedNetwork network = network(new Ring(), 4, Strategy.FLOOD);
    Lives lives = new Lives(network);

    RumorId _ = network.tell(0, "the tram is late");
    network.pass(PERIOD.multipliedBy(3));

    // The second and the fourth tell the third in the same round.
    for (int teller : new int[] {1, 3}) {
      assertThat(lives.of(teller, GossipEvent.CopyDelivered.class))
          .extracting(GossipEvent.CopyDelivered::hearing)
          .containsExactly(Hearing.NEWS);
    }
    assertThat(lives.of(2, GossipEvent.RumorHeard.class)).hasSize(1);
    assertThat(lives.of(2, GossipEvent.RumorRepeated.class)).hasSize(1);
  }

  @Test
  void allThatIsSentInARoundIsOverBeforeTheNext() {
    SimulatedNetwork network = network(new Complete(), 6, Strategy.PUSH_PULL);
    network.change(it -> it.withSentences(true));
    network.faults().begin(new Fault.Loss<>(new Path.Everywhere<>(), 0.3));
    Lives lives = new Lives(network);

    RumorId _ = network.tell(0, "the tram is late");
    network.pass(PERIOD.multipliedBy(20));

    long begun = lives.of(0, GossipEvent.PeriodBegan.class).getFirst().at().toEpochMilli();
    assertThat(IntStream.range(0, 6).boxed())
        .allSatisfy(
            peer -> {
              assertThat(lives.of(peer, GossipEvent.MessageSkipped.class)).isEmpty();
              assertThat(lives.of(peer, GossipEvent.MessageFailed.class))
                  .isNotEmpty()
                  .allMatch(
                      failed ->
                          (failed.at().toEpochMilli() - begun) % PERIOD.toMillis()
                              == PERIOD.toMillis() * 3 / 4);
            });
  }

  @Test
  void whoeverComesLaterIsInStep() {
    SimulatedNetwork network = network(new Ring(), 4, Strategy.PUSH);
    network.pass(Duration.ofMillis(300));
    network.kill(network.address(1));
    assertThat(network.restart(network.address(1))).isCompleted();
    network.pass(Duration.ofMillis(300));
    var _ = network.add(2);
    Lives lives = new Lives(network);

    network.pass(PERIOD.multipliedBy(5));

    for (int peer = 0; peer < 5; peer++) {
      assertThat(lives.of(peer, GossipEvent.PeriodBegan.class))
          .extracting(GossipEvent.PeriodBegan::at)
          .hasSize(5)
          .isEqualTo(
              lives.of(0, GossipEvent.PeriodBegan.class).stream()
                  .map(GossipEvent.PeriodBegan::at)
                  .toList());
    }
  }
}
