package p2pgossip.laboratory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private static RoundOutcome of(RoundState state) {
      return new RoundOutcome(state.round(), state.informed(), state.living(), state.copies());
    }

    /// The share of the living that know it.
    public double share() {
      return living == 0 ? 0 : (double) informed / living;
    }
  }

  /// Makes it on threads of this process.
  public static final RoundsMaker HERE = SingleRun::makeHere;

  private SingleRun() {}

  /// Why such a run does not fit into memory, as a sentence; empty if it does.
  public static Optional<String> refusal(PopulationSettings settings) {
    return Refusal.of(
        () -> SimulationSize.onArrays(settings, 1, Work.threads(), HeardRounds.BYTES_A_PEER));
  }

  /// Whether such a run takes so much of the heap that it had better be made in another process.
  public static boolean isHeavy(PopulationSettings settings) {
    return Heavy.is(SimulationSize.onArrays(settings, 1, Work.threads(), HeardRounds.BYTES_A_PEER));
  }

  /// Begins it on a thread of its own. The same settings give the same rounds.
  public static Work begin(PopulationSettings settings, Listener listener, WorkEnd end) {
    return begin(settings, HERE, listener, end);
  }

  /// @param maker makes it
  public static Work begin(
      PopulationSettings settings, RoundsMaker maker, Listener listener, WorkEnd end) {
    return Work.begin(
        gate -> {
          Following following = new Following(settings, listener, gate);
          maker.run(settings, following::over);
        },
        end);
  }

  private static void makeHere(PopulationSettings settings, RoundsMaker.Taker taker)
      throws InterruptedException {
    Refusal.require(refusal(settings));
    PopulationPlan plan = settings.plan();
    try (PopulationRun run = new PopulationRun(plan, settings.seed(), Work.threads())) {
      RoundState state = new Here(run);
      while (true) {
        taker.over(state);
        if (run.isOver() || run.rounds() >= RunInStep.MOST_ROUNDS) {
          return;
        }
        run.round();
      }
    }
  }

  /// A run in this process.
  private record Here(PopulationRun run) implements RoundState {

    @Override
    public int round() {
      return run.rounds();
    }

    @Override
    public int informed() {
      return run.informed();
    }

    @Override
    public int living() {
      return run.living();
    }

    @Override
    public long copies() {
      return run.copies();
    }

    @Override
    public long knowing(int word) {
      return run.knowing(word);
    }

    @Override
    public boolean isCrashed(int peer) {
      return !run.isAlive(peer);
    }
  }

  /// Notes which peers have heard it, and tells the listener.
  private static final class Following {

    private final PopulationSettings settings;
    private final Listener listener;
    private final Gate gate;
    private @Nullable HeardRounds heard;

    Following(PopulationSettings settings, Listener listener, Gate gate) {
      this.settings = settings;
      this.listener = listener;
      this.gate = gate;
    }

    void over(RoundState state) throws InterruptedException {
      HeardRounds noted = heard;
      if (noted == null) {
        noted = new HeardRounds(settings.peers());
        heard = noted;
        listener.wired(noted);
      }
      noted.note(state);
      if (settings.crashes().share() > 0 && state.round() == settings.crashes().afterRound()) {
        noted.noteCrashes(state);
      }
      listener.advanced(RoundOutcome.of(state));
      gate.pass();
    }
  }
}
