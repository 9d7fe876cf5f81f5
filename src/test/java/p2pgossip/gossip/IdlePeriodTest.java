package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a period costs in which no rumour is to be told. Costs are counted as bytes allocated,
/// since a busy machine does not change them.
class IdlePeriodTest {

  private static final int PERIODS = 50;
  private static final long MOST_BYTES = 2_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aPeriodWithoutNewsCostsNothingForEachOfManyNeighbors(Strategy strategy) {
    assertThat(bytes(strategy, 299)).isLessThan(MOST_BYTES);
  }

  /// The bytes that a period allocates on average.
  private long bytes(Strategy strategy, int neighbors) {
    TestedEngine tested =
        TestedEngine.begun(
            PeerSettings.DEFAULT
                .withPeriod(Duration.ofSeconds(1))
                .withSentences(false)
                .withMaxPeers(neighbors)
                .withSpreading(new Spreading(strategy, 1, Interest.NEVER_LOST, 10)));
    for (int port = 10_000; port < 10_000 + neighbors; port++) {
      tested.befriend(port);
    }
    tested.step();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int period = 0; period < PERIODS; period++) {
      tested.engine.stepPeriod(tested.now());
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / PERIODS;
  }
}
