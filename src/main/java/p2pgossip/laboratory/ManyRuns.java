package p2pgossip.laboratory;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.population.RunOutcome;
import p2pgossip.scenario.RepeatedRuns;

/// Many runs with the same settings, each with luck of its own. They are summed up as
/// often as somebody takes it.
public final class ManyRuns {

  /// The most runs at a time.
  public static final int MOST = 100_000;

  /// Makes them on threads of this process.
  public static final RunMaker HERE = ManyRuns::makeHere;

  private final PopulationSettings settings;
  private final int runs;
  private final RunMaker maker;
  private final RunsTally tally;
  private final RunFigures figures;
  private final AtomicReference<@Nullable RunsSummary> latest = new AtomicReference<>();
  private int told;
  private int added;

  /// Made in this process.
  ///
  /// @param runs 1 to [#MOST]
  public ManyRuns(PopulationSettings settings, int runs) {
    this(settings, runs, HERE);
  }

  /// @param runs 1 to [#MOST]
  /// @param maker makes them
  public ManyRuns(PopulationSettings settings, int runs, RunMaker maker) {
    this.settings = settings;
    this.runs = runs;
    this.maker = maker;
    tally = new RunsTally(settings.peers(), runs);
    figures = new RunFigures(settings.peers());
  }

  /// Why such runs don't fit into memory, as a sentence; empty if they do.
  public static Optional<String> refusal(PopulationSettings settings, int runs) {
    return Refusal.of(() -> SimulationSize.onArrays(settings, runs, Work.threads(), 0));
  }

  /// Whether such runs take so much of the heap that they had better be made in another process.
  public static boolean areHeavy(PopulationSettings settings, int runs) {
    return Heavy.is(SimulationSize.onArrays(settings, runs, Work.threads(), 0));
  }

  /// Begins on a thread of its own. Called once. The same settings give the same figures.
  public Work begin(WorkEnd end) {
    return Work.begin(
        gate -> {
          try {
            run(gate);
          } finally {
            tell();
          }
        },
        end);
  }

  private void run(Gate gate) throws InterruptedException {
    maker.run(
        settings,
        runs,
        outcome -> {
          add(outcome);
          if (latest.get() == null) {
            tell();
          }
          gate.pass();
        });
  }

  private synchronized void add(RunOutcome outcome) {
    tally.add(outcome);
    figures.add(outcome);
    added++;
  }

  /// All that there is by now, to be compared with others; null before the first run. For any
  /// thread.
  public synchronized @Nullable KeptResult kept() {
    return added == 0 ? null : KeptResults.of(settings, tally.summary(), figures.values());
  }

  private static void makeHere(PopulationSettings settings, int runs, Repetitions.Listener listener)
      throws InterruptedException {
    Refusal.require(refusal(settings, runs));
    RepeatedRuns _ =
        Repetitions.onArrays(settings.plan(), settings.seed(), runs, Work.threads(), listener);
  }

  private synchronized void tell() {
    if (added > told) {
      told = added;
      latest.set(tally.summary());
    }
  }

  /// The summary of the runs by now; null if that has been taken already. For any thread.
  public @Nullable RunsSummary take() {
    return latest.getAndSet(null);
  }
}
