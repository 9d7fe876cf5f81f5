package p2pgossip.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;

/// Runs the same plan many times. The result depends on the seed alone, not on the number of
/// threads: the runs are counted in their order, whichever thread made them. Memory does not grow
/// with the number of runs.
public final class Repetitions {

  /// From this many peers on, the threads share each run; with fewer, each has its own runs.
  private static final int SHARED_FROM = 1 << 17;

  /// The runs that a thread makes before they are counted.
  private static final int RUNS_IN_A_BATCH = 64;

  /// The peers that a thread simulates, of whatever run, before they are counted.
  private static final int PEERS_IN_A_BATCH = 1 << 17;

  /// Hears the outcome of each run, in the order of the runs, on the thread of the caller. Nothing
  /// goes on meanwhile.
  @FunctionalInterface
  public interface Listener {

    /// @throws InterruptedException to give up the rest
    void ended(RunOutcome outcome) throws InterruptedException;
  }

  private final int peers;
  private final Estimate.Sample rounds = new Estimate.Sample();
  private final Estimate.Sample reached = new Estimate.Sample();
  private final Estimate.Sample copies = new Estimate.Sample();
  private final Estimate.Sample contacts = new Estimate.Sample();
  private long[] informed = {};
  private long lastInformed;
  private int complete;
  private long hash;

  private Repetitions(int peers) {
    this.peers = peers;
  }

  /// Runs a plan on arrays.
  ///
  /// @param runs at least 1
  /// @param threads at least 1
  public static RepeatedRuns onArrays(PopulationPlan plan, long seed, int runs, int threads)
      throws InterruptedException {
    return onArrays(plan, seed, runs, threads, _ -> {}, () -> false);
  }

  /// Runs a plan on arrays, and tells the outcome of each run as soon as it is known.
  ///
  /// @param runs at least 1
  /// @param threads at least 1
  public static RepeatedRuns onArrays(
      PopulationPlan plan, long seed, int runs, int threads, Listener listener)
      throws InterruptedException {
    return onArrays(plan, seed, runs, threads, listener, () -> false);
  }

  /// The same, until that is enough.
  ///
  /// @param enough is asked often, on any thread. Once it returns true, the runs under way are
  ///     given up
  /// @return the figures of all runs, or of the first of them
  public static RepeatedRuns onArrays(
      PopulationPlan plan,
      long seed,
      int runs,
      int threads,
      Listener listener,
      BooleanSupplier enough)
      throws InterruptedException {
    int sharing = threadsInARun(plan, runs, threads);
    return of(
        plan.neighbors().peers(),
        runs,
        runsAtATime(plan, runs, threads),
        _ -> new PopulationRun(plan, seed, sharing),
        listener,
        enough);
  }

  /// Runs whatever is made for the purpose.
  ///
  /// @param runs at least 1
  /// @param atATime how many of them are under way at a time
  /// @param maker makes that many
  /// @param enough as in [#onArrays]
  public static RepeatedRuns of(
      int peers, int runs, int atATime, IntFunction<RunInStep> maker, BooleanSupplier enough)
      throws InterruptedException {
    return of(peers, runs, atATime, maker, _ -> {}, enough);
  }

  private static RepeatedRuns of(
      int peers,
      int runs,
      int atATime,
      IntFunction<RunInStep> maker,
      Listener listener,
      BooleanSupplier enough)
      throws InterruptedException {
    RunInStep[] places = new RunInStep[atATime];
    try (Crew crew = new Crew(atATime)) {
      Arrays.setAll(places, maker);
      Repetitions all = new Repetitions(peers);
      int batch = Math.clamp(PEERS_IN_A_BATCH / peers, 1, RUNS_IN_A_BATCH) * atATime;
      for (int first = 0; first < runs; first += batch) {
        @Nullable RunOutcome[] outcomes = new RunOutcome[Math.min(batch, runs - first)];
        int from = first;
        crew.work(
            outcomes.length,
            (worker, part) -> {
              RunInStep run = places[worker];
              run.begin(from + part);
              if (run.toTheEnd(enough)) {
                outcomes[part] = RunOutcome.of(run);
              }
            });
        for (RunOutcome outcome : outcomes) {
          if (outcome == null) {
            return all.figures();
          }
          all.add(outcome);
          listener.ended(outcome);
        }
      }
      return all.figures();
    } finally {
      for (RunInStep place : places) {
        if (place != null) {
          place.close();
        }
      }
    }
  }

  private static int threadsInARun(PopulationPlan plan, int runs, int threads) {
    return runsAtATime(plan, runs, threads) == 1 ? threads : 1;
  }

  private static int runsAtATime(PopulationPlan plan, int runs, int threads) {
    return plan.neighbors().peers() >= SHARED_FROM ? 1 : Math.min(runs, threads);
  }

  /// The bytes that such runs take, besides the neighbours.
  public static long bytes(PopulationPlan plan, int runs, int threads) {
    return PeerArrays.bytes(plan, threadsInARun(plan, runs, threads))
        * runsAtATime(plan, runs, threads);
  }

  private void add(RunOutcome outcome) {
    rounds.add(outcome.lastHeard());
    reached.add(outcome.reached());
    copies.add((double) outcome.copies() / peers);
    contacts.add((double) outcome.contacts() / peers);
    complete += outcome.reached() == 1 ? 1 : 0;
    hash = Hash.mixed(hash, outcome.hash());
    int[] curve = outcome.curve();
    if (curve.length > informed.length) {
      int before = informed.length;
      informed = Arrays.copyOf(informed, curve.length);
      Arrays.fill(informed, before, informed.length, lastInformed);
    }
    for (int round = 0; round < informed.length; round++) {
      informed[round] += curve[Math.min(round, curve.length - 1)];
    }
    lastInformed += curve[curve.length - 1];
  }

  private RepeatedRuns figures() {
    if (rounds.count() == 0) {
      Estimate unknown = new Estimate(Double.NaN, Double.NaN);
      return new RepeatedRuns(0, unknown, unknown, unknown, unknown, 0, List.of(), 0);
    }
    double runs = rounds.count();
    List<Double> means = new ArrayList<>(informed.length);
    for (long sum : informed) {
      means.add(sum / runs);
    }
    return new RepeatedRuns(
        (int) rounds.count(),
        rounds.estimate(),
        reached.estimate(),
        copies.estimate(),
        contacts.estimate(),
        complete,
        means,
        hash);
  }
}
