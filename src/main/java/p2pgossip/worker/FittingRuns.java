package p2pgossip.worker;

import p2pgossip.laboratory.ManyRuns;
import p2pgossip.laboratory.RunMaker;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;

/// Makes runs in this process, or, where they would take much of its heap, in one of their own.
public final class FittingRuns implements RunMaker {

  private final RunMaker here;
  private final RunMaker apart;

  /// @param here for light runs
  /// @param apart for heavy ones
  FittingRuns(RunMaker here, RunMaker apart) {
    this.here = here;
    this.apart = apart;
  }

  public FittingRuns() {
    this(ManyRuns.HERE, new RunsApart(ThisMachine.THREADS, ThisMachine.memory()));
  }

  @Override
  public void run(PopulationSettings settings, int runs, Repetitions.Listener listener)
      throws InterruptedException {
    RunMaker maker = ManyRuns.areHeavy(settings, runs) ? apart : here;
    maker.run(settings, runs, listener);
  }
}
