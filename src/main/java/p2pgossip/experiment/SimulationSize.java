package p2pgossip.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

/// How much memory and how many copies a simulation takes, found before it starts.
///
/// @param bytes about what it takes of the heap
/// @param free what the heap has left
public record SimulationSize(PopulationSettings settings, boolean engines, long bytes, long free) {

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

  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /// Which of the settings is to blame.
  public enum Cause {
    PEERS,
    STRATEGY,
    ENGINES
  }

  /// Why a simulation can't run.
  ///
  /// @param words say how much is too much and what would fit, without a full stop
  public record Misfit(Cause cause, String words) {}

  /// Of runs on arrays.
  ///
  /// @param beside bytes for each peer that the caller keeps beside the arrays
  public static SimulationSize onArrays(
      PopulationSettings settings, int runs, int threads, int beside) {
    long running = Repetitions.bytes(settings.unwired(), runs, threads);
    return new SimulationSize(
        settings,
        false,
        wiring(settings) + running + (long) beside * settings.peers(),
        freeBytes());
  }

  /// Of runs of engines in step.
  ///
  /// @param atATime how many runs are under way at a time
  public static SimulationSize ofEngines(PopulationSettings settings, int atATime) {
    long running =
        atATime
            * (BYTES_AN_ENGINE * settings.peers()
                + BYTES_A_NEIGHBOR * 2 * edges(settings.topology(), settings.peers()));
    return new SimulationSize(settings, true, wiring(settings) + running, freeBytes());
  }

  /// What the heap of this process has left.
  public static long freeBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory() - SPARE;
  }

  /// The same where there is other room.
  ///
  /// @param room in bytes
  SimulationSize in(long room) {
    return new SimulationSize(settings, engines, bytes, room);
  }

  private static long wiring(PopulationSettings settings) {
    return settings.topology() instanceof Complete
        ? 0
        : edges(settings.topology(), settings.peers()) * BYTES_AN_EDGE
            + BYTES_A_PEER * settings.peers();
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

  /// Why it can't run; empty if it can.
  public Optional<Misfit> misfit() {
    int peers = settings.peers();
    if (engines && peers > EngineRun.MOST_PEERS) {
      return misfit(
          Cause.ENGINES,
          "%s peers are too many for engines in step, which take up to %s"
              .formatted(peers, EngineRun.MOST_PEERS));
    }
    Strategy strategy = settings.spreading().strategy();
    boolean floods = strategy.carried() == Strategy.Carried.UNTIL_PASSED_ON;
    if (floods && settings.topology() instanceof Complete && peers > MOST_FLOODED) {
      return misfit(
          Cause.STRATEGY,
          ("%s on a complete network of %s peers sends nearly the square of that in copies; it"
                  + " takes up to %s peers")
              .formatted(strategy.label(), peers, MOST_FLOODED));
    }
    if (bytes > free) {
      return misfit(
          Cause.PEERS,
          "%s peers take about %s of memory, and %s are free; about %s would fit"
              .formatted(peers, inWords(bytes), inWords(Math.max(0, free)), fitting()));
    }
    int fanout = settings.spreading().fanout();
    if (strategy.spreader().asks() && (long) peers * fanout > LONGEST_ARRAY) {
      return misfit(
          Cause.PEERS,
          "%s peers with fanout %s ask more than an array can hold; up to %s would fit"
              .formatted(peers, fanout, LONGEST_ARRAY / fanout));
    }
    return Optional.empty();
  }

  private static Optional<Misfit> misfit(Cause cause, String words) {
    return Optional.of(new Misfit(cause, words));
  }

  private long fitting() {
    double share = Math.max(0, (double) free / bytes);
    // Each engine of a complete network keeps all the others.
    boolean square = engines && settings.topology() instanceof Complete;
    return (long) (settings.peers() * (square ? Math.sqrt(share) : share));
  }

  private static String inWords(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
  }
}
