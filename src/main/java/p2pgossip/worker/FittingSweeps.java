package p2pgossip.worker;

import java.io.IOException;
import p2pgossip.laboratory.Gate;
import p2pgossip.laboratory.SweepHere;
import p2pgossip.laboratory.SweepMaker;
import p2pgossip.laboratory.SweepRun;
import p2pgossip.results.SweepFolder;

/// Carries out sweeps in this process, or, where they would take much of its heap or of its time,
/// in one of their own.
public final class FittingSweeps implements SweepMaker {

  private final SweepMaker here;
  private final SweepMaker apart;

  /// @param here for light sweeps
  /// @param apart for heavy ones
  FittingSweeps(SweepMaker here, SweepMaker apart) {
    this.here = here;
    this.apart = apart;
  }

  public FittingSweeps() {
    this(new SweepHere(), new SweepsApart(ThisMachine.THREADS, ThisMachine.memory()));
  }

  @Override
  public void run(SweepFolder folder, Gate gate, Listener listener)
      throws IOException, InterruptedException {
    SweepMaker maker = SweepRun.isHeavy(folder.experiment()) ? apart : here;
    maker.run(folder, gate, listener);
  }

  @Override
  public long memory() {
    return apart.memory();
  }
}
