package p2pgossip.laboratory;

import java.io.IOException;
import java.util.List;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepProgress;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepRunner;
import p2pgossip.sweep.Shard;

/// Carries out sweeps on threads of this process, on arrays and in virtual time. While they are
/// paused their runs stand still.
public final class SweepHere implements SweepMaker {

  @Override
  public void run(SweepFolder folder, Gate gate, Listener listener)
      throws IOException, InterruptedException {
    SweepProgress _ =
        new SweepRunner(folder, Shard.WHOLE, Work.threads(), VirtualStage.MAKER, listener)
            .run(() -> isGivenUp(gate));
    listener.complete();
    // What is damaged has been told at the beginning.
    List<String> _ = SweepResults.write(folder);
  }

  private static boolean isGivenUp(Gate gate) {
    try {
      gate.pass();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public long memory() {
    return SimulationSize.freeBytes();
  }
}
