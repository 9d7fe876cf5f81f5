package p2pgossip.laboratory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import p2pgossip.experiment.ExperimentSize;
import p2pgossip.experiment.PointRunner;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;

/// Finds out about how long a sweep takes on this machine, by making a few of its runs for a
/// moment. In place of one that takes much of the heap, or is not over in time, it makes a smaller
/// one, since the time grows with the number of peers.
public final class SweepTrial {

  /// For all points that are tried.
  private static final long NANOS = 600_000_000;

  /// The first, the last, and some between.
  private static final int POINTS = 4;

  /// Runs that warm up, which come first, take longer.
  private static final int REPETITIONS = 20;

  /// The peers of a smaller run.
  private static final int FEWER_ON_ARRAYS = 20_000;

  private static final int FEWER_IN_VIRTUAL_TIME = 200;

  /// About how long all runs take.
  ///
  /// @param bound whether it is that, or a limit
  public record Estimate(Duration time, Bound bound) {}

  /// What an estimate of time is.
  public enum Bound {
    ABOUT,
    /// Not even one of the runs was over in the time of the trial.
    AT_LEAST,
    /// Runs may end earlier.
    AT_MOST
  }

  private final Experiment experiment;
  private final PointRunner runner;
  private final Gate gate;

  private SweepTrial(Experiment experiment, Gate gate) {
    this.experiment = experiment;
    this.gate = gate;
    runner = new PointRunner(experiment, VirtualStage.MAKER);
  }

  /// Tries it on a thread of its own.
  ///
  /// @param memory that its runs may take together, in bytes
  /// @param told is told what came of it, on that thread. When a run does not fit into memory, the
  ///     work fails, saying what would fit
  public static Work begin(
      Experiment experiment, long memory, Consumer<Estimate> told, WorkEnd end) {
    return Work.begin(
        gate -> {
          ExperimentSize.requireFitting(experiment, memory);
          told.accept(
              experiment.scale() == Scale.REAL
                  ? real(experiment)
                  : new SweepTrial(experiment, gate).tried(memory));
        },
        end);
  }

  private static Estimate real(Experiment experiment) {
    Duration one =
        experiment.base() instanceof ScenarioBase base ? base.scenario().lasts() : Duration.ZERO;
    return new Estimate(one.multipliedBy(experiment.runs()), Bound.AT_MOST);
  }

  private Estimate tried(long memory) throws IOException, InterruptedException {
    List<Integer> points = some(experiment.points());
    double seconds = 0;
    Bound bound = experiment.repeats().until() == null ? Bound.ABOUT : Bound.AT_MOST;
    for (int point : points) {
      double fastest = fastest(point);
      if (fastest < 0) {
        bound = Bound.AT_LEAST;
      }
      seconds += fastest < 0 ? NANOS / 1e9 / points.size() : fastest;
    }
    int threads = ExperimentSize.atATime(experiment, Work.threads(), memory);
    double all = seconds / points.size() * experiment.runs() / threads;
    return new Estimate(Duration.ofMillis(Math.round(all * 1e3)), bound);
  }

  /// A run for its time.
  private interface Run {
    void make(int repetition, BooleanSupplier over) throws IOException, InterruptedException;
  }

  /// @return in seconds; negative if none was over in time
  private double fastest(int point) throws IOException, InterruptedException {
    try {
      Base base = experiment.at(point);
      double itself =
          Heavy.is(base)
              ? -1
              : fastest(
                  (repetition, over) -> {
                    var _ = runner.run(point, repetition, over);
                  });
      return itself < 0 ? ofSmaller(base) : itself;
    } catch (IllegalArgumentException e) {
      // Such a run fails in no time. That is said when its turn comes.
      return 0;
    }
  }

  /// @return in seconds for the whole; negative if none was over in time
  private double ofSmaller(Base base) throws IOException, InterruptedException {
    int peers = ExperimentSize.peers(base);
    int fewer =
        Math.min(
            peers, experiment.scale() == Scale.ARRAYS ? FEWER_ON_ARRAYS : FEWER_IN_VIRTUAL_TIME);
    Base smaller = base.with(Parameter.PEERS, String.valueOf(fewer));
    return fastest((_, over) -> runner.tryOut(smaller, over)) * peers / fewer;
  }

  private double fastest(Run run) throws IOException, InterruptedException {
    long until = System.nanoTime() + NANOS / Math.min(POINTS, experiment.points());
    BooleanSupplier over =
        () -> System.nanoTime() > until || Thread.currentThread().isInterrupted();
    double fastest = -1;
    for (int repetition = 0;
        repetition < Math.min(REPETITIONS, experiment.repeats().most());
        repetition++) {
      gate.pass();
      long began = System.nanoTime();
      try {
        run.make(repetition, over);
      } catch (CancellationException e) {
        return fastest;
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      fastest = fastest < 0 ? seconds : Math.min(fastest, seconds);
    }
    return fastest;
  }

  private static List<Integer> some(int points) {
    int count = Math.min(POINTS, points);
    return IntStream.range(0, count)
        .mapToObj(each -> count == 1 ? 0 : (int) ((long) each * (points - 1) / (count - 1)))
        .toList();
  }
}
