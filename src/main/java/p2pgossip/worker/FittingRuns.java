package p2pgossip.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import p2pgossip.laboratory.ManyRuns;
import p2pgossip.laboratory.RunMaker;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;

/// Makes runs in this process, or, where they would take much of its heap, in one of their own.
public final class FittingRuns implements RunMaker {

  /// One processor is left to the windows and their peers.
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final RunMaker here;
  private final RunMaker apart;

  /// @param here for light runs
  /// @param apart for heavy ones
  FittingRuns(RunMaker here, RunMaker apart) {
    this.here = here;
    this.apart = apart;
  }

  public FittingRuns() {
    this(ManyRuns.HERE, new RunsApart(THREADS, memory()));
  }

  /// Of the machine, or of the container, in bytes.
  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  @Override
  public void run(PopulationSettings settings, int runs, Repetitions.Listener listener)
      throws InterruptedException {
    RunMaker maker = ManyRuns.areHeavy(settings, runs) ? apart : here;
    maker.run(settings, runs, listener);
  }
}
