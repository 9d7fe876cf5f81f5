package p2pgossip.experiment;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;

/// Runs scenarios on real peers in real time. Each run has a runtime of its own, so that nothing is
/// left over from the run before.
public final class ScenarioRunner {

  private static final long LOOK_MILLIS = 20;

  private final Runtimes runtimes;
  private final int firstPort;
  private final InstantSource clock;

  /// Makes the runtime that the peers of a run share.
  public interface Runtimes {

    /// @return a new runtime for each run; the runner closes it
    /// @throws IOException when none can be made, in words for the user
    PeerRuntime make(long seed) throws IOException;
  }

  /// Uses the usual ports.
  public ScenarioRunner(Runtimes runtimes) {
    this(runtimes, FreePorts.FIRST, InstantSource.system());
  }

  /// @param firstPort as in [SwarmPlan]
  /// @param clock for the time of the report
  public ScenarioRunner(Runtimes runtimes, int firstPort, InstantSource clock) {
    this.runtimes = runtimes;
    this.firstPort = firstPort;
    this.clock = clock;
  }

  /// Carries out all runs of a scenario, one after another, and waits for their end.
  ///
  /// @param cancelled is asked several times a second; once it returns true, the current run ends,
  /// and its outcome so far is in the report
  /// @throws IOException when no port is free, or no runtime can be made
  /// @throws InterruptedException when the waiting thread is interrupted; all peers are ended
  public Report run(Scenario scenario, RunListener listener, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    Instant began = clock.instant();
    List<Report.Run> done = new ArrayList<>();
    List<Variant> runs = scenario.runs();
    for (int number = 1; number <= runs.size(); number++) {
      Variant variant = runs.get(number - 1);
      if (cancelled.getAsBoolean()) {
        break;
      }
      listener.putUp(variant, number, runs.size());
      SwarmPlan plan = SwarmPlan.of(scenario, variant).withFirstPort(firstPort);
      CountDownLatch over = new CountDownLatch(1);
      // Closed in reverse order: the peers before their runtime.
      try (PeerRuntime runtime = runtimes.make(scenario.seed())) {
        RunWitness witness = new RunWitness(runtime.clock());
        Report.Run report;
        try (Swarm swarm = Swarm.start(plan, runtime, witness, _ -> {}, cancelled);
            ReportedRun run =
                new ReportedRun(
                    scenario,
                    number,
                    runtime.security().isPresent(),
                    swarm,
                    witness,
                    listener,
                    over::countDown)) {
          await(over, cancelled);
          report = run.report();
        }
        done.add(report);
        listener.ended(report);
      } catch (CancellationException e) {
        break;
      }
      if (done.size() < runs.size()) {
        listener.reported(new Report(scenario, began, false, List.copyOf(done)));
      }
    }
    boolean complete = done.size() == runs.size() && !cancelled.getAsBoolean();
    return new Report(scenario, began, complete, done);
  }

  private static void await(CountDownLatch over, BooleanSupplier cancelled)
      throws InterruptedException {
    while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (cancelled.getAsBoolean()) {
        return;
      }
    }
  }
}
