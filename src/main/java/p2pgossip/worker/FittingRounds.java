package p2pgossip.worker;

import p2pgossip.laboratory.RoundsMaker;
import p2pgossip.laboratory.SingleRun;
import p2pgossip.population.PopulationSettings;

/// Makes a run in this process, or, where it would take much of its heap, in one of its own.
public final class FittingRounds implements RoundsMaker {

  private final RoundsMaker here;
  private final RoundsMaker apart;

  /// @param here for a light run
  /// @param apart for a heavy one
  FittingRounds(RoundsMaker here, RoundsMaker apart) {
    this.here = here;
    this.apart = apart;
  }

  public FittingRounds() {
    this(SingleRun.HERE, new RoundsApart(ThisMachine.THREADS, ThisMachine.memory()));
  }

  @Override
  public void run(PopulationSettings settings, Taker taker) throws InterruptedException {
    RoundsMaker maker = SingleRun.isHeavy(settings) ? apart : here;
    maker.run(settings, taker);
  }
}
