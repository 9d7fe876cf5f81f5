package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;

/// Compares the default settings of a swarm with ScaleCube Cluster, which takes a median of 546 ms
/// and 33.5 copies per member with the same period and fanout.
class DefaultSpreadingTest {

  private static final int PEERS = 50;
  private static final int RUMORS = 200;
  private static final int MOST_COPIES = 8;
  private static final Duration MEDIAN = Duration.ofMillis(546);

  @Test
  void aRumorReachesAllOfFiftyInTimeWithFewCopiesAndLeavesNobodyOut() {
    PeerSettings settings =
        PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(200)).withSentences(false);
    SimulatedNetwork network = new SimulatedNetwork(PEERS, settings, 20_261_122);
    network.connectAll();
    network.pass(Duration.ofSeconds(1));
    Random random = new Random(3);
    List<RumorId> rumors = new ArrayList<>();
    List<Duration> times = new ArrayList<>();

    for (int i = 0; i < RUMORS; i++) {
      network.pass(Duration.ofNanos(random.nextInt(200_000_000)));
      Instant told = network.now();
      RumorId rumor = network.tell(random.nextInt(PEERS), "the tram is late");
      network.pass(Duration.ofSeconds(1));
      rumors.add(rumor);
      Instant last = Collections.max(network.log().hearers(rumor).values());
      times.add(Duration.between(told, last));
    }

    assertThat(rumors).allSatisfy(rumor -> assertThat(network.log().hearers(rumor)).hasSize(PEERS));
    assertThat(rumors)
        .allSatisfy(
            rumor ->
                assertThat(network.log().copies(rumor)).isLessThanOrEqualTo(MOST_COPIES * PEERS));
    Collections.sort(times);
    assertThat(times.get(RUMORS / 2)).isLessThanOrEqualTo(MEDIAN);
  }
}
