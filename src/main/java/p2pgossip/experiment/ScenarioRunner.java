package p2pgossip.experiment;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.steering.SteerableNetwork;

/// Runs scenarios, each run on a [Stage] of its own.
public final class ScenarioRunner {

  private final Stage.Maker stages;

  /// @param stages real or virtual
  public ScenarioRunner(Stage.Maker stages) {
    this.stages = stages;
  }

  /// Carries out all runs of a scenario, one after another, and waits for their end.
  ///
  /// @param cancelled is asked often; once it returns true, the current run ends, and its outcome
  /// so far is in the report
  /// @throws IOException when a network can't be put up, in words for the user
  /// @throws InterruptedException when the waiting thread is interrupted; all peers are ended
  public Report run(Scenario scenario, RunListener listener, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    Instant began = stages.clock().instant();
    List<Report.Run> done = new ArrayList<>();
    List<Variant> runs = scenario.runs();
    for (int number = 1; number <= runs.size(); number++) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      listener.putUp(runs.get(number - 1), number, runs.size());
      Report.Run report;
      try {
        report = run(scenario, number, listener, cancelled);
      } catch (CancellationException e) {
        break;
      }
      done.add(report);
      listener.ended(report);
      if (done.size() < runs.size()) {
        listener.reported(new Report(scenario, began, false, List.copyOf(done)));
      }
    }
    boolean complete = done.size() == runs.size() && !cancelled.getAsBoolean();
    return new Report(scenario, began, complete, done);
  }

  private Report.Run run(
      Scenario scenario, int number, RunListener listener, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    try (Stage stage = stages.make(scenario.seed())) {
      RunWitness witness = new RunWitness(stage.clock(), listener::observed);
      Variant variant = scenario.runs().get(number - 1);
      SteerableNetwork network = stage.putUp(scenario, variant, witness, cancelled);
      AtomicBoolean over = new AtomicBoolean();
      try (ReportedRun run =
          new ReportedRun(
              scenario, number, stage.secure(), network, witness, listener, () -> over.set(true))) {
        stage.await(() -> over.get() || cancelled.getAsBoolean());
        return run.report();
      }
    }
  }
}
