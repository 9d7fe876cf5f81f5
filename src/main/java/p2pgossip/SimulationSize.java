package p2pgossip;

import java.util.Locale;
import java.util.random.RandomGeneratorFactory;
import p2pgossip.experiment.EngineRun;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.Repetitions;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

/// How much memory and how many copies a simulation takes, found before it starts.
///
/// @param bytes about what it takes of the heap
/// @param free what the heap has left
record SimulationSize(SimulationFlags flags, long bytes, long free) {

  /// Flooding a complete network sends nearly the square of the peers in copies.
  private static final int MOST_FLOODED = 100_000;

  /// The peers of a small network of the same form, by which the edges of the large one are
  /// estimated.
  private static final int SAMPLE = 1_000;

  /// While it is wired an edge stands in two growing arrays, afterwards as two neighbours.
  private static final long BYTES_AN_EDGE = 24;

  private static final long BYTES_A_PEER = 16;

  /// Of an engine without neighbours, and of each neighbour that it has. Measured on networks of
  /// 500 to 10,000 peers.
  private static final long BYTES_AN_ENGINE = 6_000;

  private static final long BYTES_A_NEIGHBOR = 600;

  /// Left for everything else.
  private static final long SPARE = 16L << 20;

  /// @throws IllegalArgumentException when the topology has another number of peers
  static SimulationSize of(SimulationFlags flags) {
    flags.topology.requirePeers(flags.peers);
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory() - SPARE;
    return new SimulationSize(flags, wiring(flags) + running(flags), free);
  }

  private static long wiring(SimulationFlags flags) {
    return flags.topology instanceof Complete
        ? 0
        : edges(flags.topology, flags.peers) * BYTES_AN_EDGE + BYTES_A_PEER * flags.peers;
  }

  private static long edges(Topology topology, int peers) {
    if (topology instanceof Complete) {
      return (long) peers * (peers - 1) / 2;
    }
    int sample = topology.peers().orElse(Math.min(peers, SAMPLE));
    long edges =
        topology.edges(sample, RandomGeneratorFactory.of("L64X128MixRandom").create(1)).size();
    return edges * peers / sample;
  }

  private static long running(SimulationFlags flags) {
    return flags.engines ? engines(flags) : arrays(flags);
  }

  private static long engines(SimulationFlags flags) {
    long atATime = Math.min(flags.runs, flags.threads);
    return atATime
        * (BYTES_AN_ENGINE * flags.peers
            + BYTES_A_NEIGHBOR * 2 * edges(flags.topology, flags.peers));
  }

  private static long arrays(SimulationFlags flags) {
    PopulationPlan plan =
        new PopulationPlan(
            Neighbors.complete(flags.peers),
            flags.spreading(),
            0,
            flags.loss,
            new Crashes(flags.crash, flags.crashAfter));
    return Repetitions.bytes(plan, flags.runs, flags.threads);
  }

  /// @throws IllegalArgumentException when it takes too much, saying how much and what would fit
  void requireFitting() {
    if (flags.engines && flags.peers > EngineRun.MOST_PEERS) {
      throw new IllegalArgumentException(
          "--engines: %s peers are too many for engines in step, which take up to %s"
              .formatted(flags.peers, EngineRun.MOST_PEERS));
    }
    boolean floods = !flags.strategy.isPeriodic() && flags.strategy != Strategy.DIRECT;
    if (floods && flags.topology instanceof Complete && flags.peers > MOST_FLOODED) {
      throw new IllegalArgumentException(
          ("--strategy: %s on a complete network of %s peers sends nearly the square of that in"
                  + " copies; it takes up to %s peers")
              .formatted(flags.strategy.label(), flags.peers, MOST_FLOODED));
    }
    if (bytes > free) {
      throw new IllegalArgumentException(
          "--peers: %s peers take about %s of memory, and %s are free; about %s would fit"
              .formatted(flags.peers, inWords(bytes), inWords(Math.max(0, free)), fitting()));
    }
    boolean asks = flags.strategy.spreader().asks();
    if (asks && (long) flags.peers * flags.fanout > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "--peers: %s peers with fanout %s ask more than an array can hold; up to %s would fit"
              .formatted(flags.peers, flags.fanout, (Integer.MAX_VALUE - 8) / flags.fanout));
    }
  }

  private long fitting() {
    double share = Math.max(0, (double) free / bytes);
    // Each engine of a complete network keeps all the others.
    boolean square = flags.engines && flags.topology instanceof Complete;
    return (long) (flags.peers * (square ? Math.sqrt(share) : share));
  }

  private static String inWords(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
  }
}
