package p2pgossip.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wiring a hundred thousand peers takes work and memory linear in the edges. Work is counted as
/// random numbers drawn, memory as bytes allocated, since a busy machine changes neither.
class LinearWiringTest {

  private static final int PEERS = 100_000;

  /// Two arrays of 4 bytes an edge for the edges themselves. Scratch arrays, and arrays that grow,
  /// take a few times as much.
  private static final long MOST_BYTES_AN_EDGE = 64;

  private static final long MOST_DRAWS_AN_EDGE = 3;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<String> sparseForms() {
    List<TopologyForm> others = List.of(Complete.FORM, FromFile.FORM);
    return Stream.concat(
        TopologyForms.ALL.stream()
            .filter(form -> !others.contains(form))
            .map(TopologyForm::example),
        Stream.of("tree:100", "random:1", "random:10", "small-world:2:1", "scale-free:10"));
  }

  @ParameterizedTest
  @MethodSource("sparseForms")
  void aHundredThousandPeersAreWiredInWorkAndMemoryLinearInTheEdges(String label) {
    CountingRandom random = new CountingRandom();
    long before = threads.getCurrentThreadAllocatedBytes();

    Edges edges = Topology.parse(label).edges(PEERS, random);

    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(edges.size()).isBetween(PEERS - 1, 10 * PEERS);
    assertThat(random.draws).isLessThanOrEqualTo(MOST_DRAWS_AN_EDGE * edges.size());
    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES_AN_EDGE * edges.size());
  }

  private static final class CountingRandom implements RandomGenerator {

    private final SplittableRandom random = new SplittableRandom(7);
    private long draws;

    @Override
    public long nextLong() {
      draws++;
      return random.nextLong();
    }
  }
}
