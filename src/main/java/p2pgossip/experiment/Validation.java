package p2pgossip.experiment;

import java.util.List;
import p2pgossip.scenario.ComparedFigure;

/// Holds the arrays against all that is proven, calculated, published or seen of them elsewhere.
public final class Validation {

  /// The seed of all measurements, so that the verdicts are the same everywhere.
  public static final long SEED = 1_987;

  private Validation() {}

  /// Measures and compares. The figures depend on nothing but `quick`.
  ///
  /// @param quick a twentieth of the runs: some seconds in place of a minute
  /// @param threads at least 1
  public static List<ComparedFigure> compare(boolean quick, int threads)
      throws InterruptedException {
    Measuring measuring = new Measuring(SEED, quick, threads);
    new RoundsClaims(measuring).compare();
    new DemersClaims(measuring).compare();
    new ReachClaims(measuring).compare();
    return measuring.figures();
  }
}
