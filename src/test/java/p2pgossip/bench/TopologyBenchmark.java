package p2pgossip.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import p2pgossip.topology.Edges;
import p2pgossip.topology.Topology;

/// How long it takes to wire a network. Ten times as many peers take about ten times as long:
/// wiring is linear in the number of edges.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TopologyBenchmark {

  @Param({
    "line",
    "ring",
    "star",
    "grid",
    "torus",
    "tree:2",
    "random:3",
    "random:10",
    "small-world:4:0.1",
    "scale-free:2"
  })
  public String topology;

  @Param({"10000", "100000", "1000000"})
  public int peers;

  @Benchmark
  public Edges wire() {
    return Topology.parse(topology).edges(peers, new SplittableRandom(7));
  }
}
