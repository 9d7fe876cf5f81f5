package p2pgossip.swarm;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;

/// Runs scenarios on real peers in real time, each run of them in a runtime of its own, so that nothing
/// is left over from the one before.
public final class ScenarioRunner {

  private final Runtimes runtimes;
  private final int firstPort;

  /// Makes what the peers of a run share.
  public interface Runtimes {

    /// @return one of its own for each run, which the runner closes
    /// @throws IOException when there can be none, in words fit for the user
    PeerRuntime make(long seed) throws IOException;
  }

  /// On the usual ports.
  public ScenarioRunner(Runtimes runtimes) {
    this(runtimes, FreePorts.FIRST);
  }

  /// @param firstPort as in [SwarmPlan]
  public ScenarioRunner(Runtimes runtimes, int firstPort) {
    this.runtimes = runtimes;
    this.firstPort = firstPort;
  }

  /// Runs all runs of a scenario, one after another, and waits for their end.
  ///
  /// @param cancelled asked several times a second; once it says so, the present run ends, and what it
  /// has come to is in the report
  /// @throws IOException when no port could be had, or nothing for the peers to share
  /// @throws InterruptedException when the thread that waits is interrupted; everything is ended
  public Report run(Scenario scenario, RunListener listener, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    Instant began = Instant.now();
    List<Report.Run> done = new ArrayList<>();
    List<Variant> runs = scenario.runs();
    for (Variant variant : runs) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      listener.putUp(variant, runs.indexOf(variant) + 1, runs.size());
      SwarmPlan plan = SwarmPlan.of(scenario, variant).withFirstPort(firstPort);
      // Closed in the other order: the peers before what they share.
      try (PeerRuntime runtime = runtimes.make(scenario.seed());
          ScenarioRun run =
              new ScenarioRun(
                  scenario,
                  variant,
                  runs.indexOf(variant) + 1,
                  plan,
                  runtime,
                  listener,
                  cancelled)) {
        Report.Run report = run.await();
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
}
