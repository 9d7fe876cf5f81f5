package p2pgossip.experiment;

import java.util.List;
import p2pgossip.scenario.ComparedFigure;

/// Checks the simulation against all that is proven, calculated, published or seen of them
/// elsewhere.
public final class Validation {

  /// The seed of all measurements, so that the verdicts are the same everywhere.
  public static final long SEED = 1_987;

  /// How many figures there are, compared or not.
  public static final int FIGURES = 155;

  /// Hears of each figure as soon as it is known, on the thread of the caller.
  @FunctionalInterface
  public interface Listener {

    /// @throws InterruptedException to give up the rest
    void compared(ComparedFigure figure) throws InterruptedException;
  }

  private Validation() {}

  /// Measures and compares. The figures depend on nothing but `quick`.
  ///
  /// @param quick a twentieth of the runs: some seconds in place of a minute
  /// @param threads at least 1
  public static List<ComparedFigure> compare(boolean quick, int threads)
      throws InterruptedException {
    return compare(quick, threads, _ -> {});
  }

  /// Measures and compares, and tells each result as soon as it is known.
  ///
  /// @param quick as above
  /// @param threads at least 1
  public static List<ComparedFigure> compare(boolean quick, int threads, Listener listener)
      throws InterruptedException {
    Measuring measuring = new Measuring(SEED, quick, threads, listener);
    RoundsClaims rounds = new RoundsClaims(measuring);
    rounds.compare();
    new DemersClaims(measuring).compare();
    new ReachClaims(measuring).compare();
    new PhasesClaims(measuring, rounds).compare();
    measuring.tell();
    if (measuring.figures().size() != FIGURES) {
      throw new IllegalStateException(
          "%s figures, not %s".formatted(measuring.figures().size(), FIGURES));
    }
    return measuring.figures();
  }
}
