package p2pgossip.laboratory;

import java.util.Optional;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.PopulationRun;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.RunInStep;

/// One run of which every round is shown.
public final class SingleRun {

  /// Is told how the run gets on, on its own thread. Calls don't overlap.
  public interface Listener {

    /// The peers are wired, and the run begins.
    ///
    /// @param heard follows it
    void wired(HeardRounds heard);

    /// A round is over, or the run begins: round 0.
    void advanced(RoundOutcome outcome);
  }

  /// How a run stands after a round.
  ///
  /// @param informed peers that know the rumour and have not crashed
  /// @param living peers that have not crashed
  /// @param copies that were sent so far, lost ones too
  public record RoundOutcome(int round, int informed, int living, long copies) {

    private static RoundOutcome of(RunInStep run) {
      return new RoundOutcome(run.rounds(), run.informed(), run.living(), run.copies());
    }

    /// The share of the living that know it.
    public double share() {
      return living == 0 ? 0 : (double) informed / living;
    }
  }

  private SingleRun() {}

  /// Why such a run does not fit into memory, as a sentence; empty if it does.
  public static Optional<String> refusal(PopulationSettings settings) {
    return Refusal.of(
        () -> SimulationSize.onArrays(settings, 1, Work.threads(), HeardRounds.BYTES_A_PEER));
  }

  /// Begins it on a thread of its own. The same settings give the same rounds.
  public static Work begin(PopulationSettings settings, Listener listener, WorkEnd end) {
    return Work.begin(
        gate -> {
          Refusal.require(refusal(settings));
          PopulationPlan plan = settings.plan();
          HeardRounds heard = new HeardRounds(settings.peers());
          listener.wired(heard);
          try (PopulationRun run = new PopulationRun(plan, settings.seed(), Work.threads())) {
            follow(run, heard, listener, gate);
          }
        },
        end);
  }

  private static void follow(PopulationRun run, HeardRounds heard, Listener listener, Gate gate)
      throws InterruptedException {
    boolean crashes = run.plan().crashes().share() > 0;
    int crashed = run.plan().crashes().afterRound();
    while (true) {
      heard.note(run);
      if (crashes && run.rounds() == crashed) {
        heard.noteCrashes(run);
      }
      listener.advanced(RoundOutcome.of(run));
      gate.pass();
      if (run.isOver() || run.rounds() >= RunInStep.MOST_ROUNDS) {
        return;
      }
      run.round();
    }
  }
}
