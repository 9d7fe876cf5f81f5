package p2pgossip.experiment;

import java.util.ArrayList;
import java.util.List;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.Repetitions;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.scenario.ComparedFigure.Kind;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;

/// Measures, mostly on arrays, and gathers the comparisons. Each measurement has a seed of its own,
/// which follows from the first and from their order.
final class Measuring {

  /// With a right simulation, one figure in two thousand is farther off.
  static final double MOST_ERRORS = 3.5;

  private static final int QUICKER = 20;
  private static final int MOST_QUICK_RUNS = 1_000;

  private final List<ComparedFigure> figures = new ArrayList<>();
  private final boolean quick;
  private final int threads;
  private final Validation.Listener listener;
  private long seed;

  /// How many of the figures have been told.
  private int told;

  /// @param quick whether to make only a twentieth of the runs
  /// @param listener hears of each figure, at the latest when the next is measured
  Measuring(long seed, boolean quick, int threads, Validation.Listener listener) {
    this.listener = listener;
    this.seed = seed;
    this.quick = quick;
    this.threads = threads;
  }

  List<ComparedFigure> figures() {
    return List.copyOf(figures);
  }

  /// The number of runs to make.
  ///
  /// @param whole where there is time
  int runs(int whole) {
    return quick ? Math.clamp(whole / QUICKER, 2, MOST_QUICK_RUNS) : whole;
  }

  long nextSeed() {
    return ++seed;
  }

  /// Tells of the figures that have come since the last call.
  void tell() throws InterruptedException {
    while (told < figures.size()) {
      listener.compared(figures.get(told++));
    }
  }

  RepeatedRuns measure(PopulationPlan plan, int wholeRuns) throws InterruptedException {
    tell();
    return Repetitions.onArrays(plan, nextSeed(), runs(wholeRuns), threads);
  }

  void exact(String claim, double expected, Estimate ours, String reading, String source) {
    double error = Double.isNaN(ours.standardError()) ? 0 : ours.standardError();
    add(claim, Kind.EXACT, expected, ours, MOST_ERRORS * error + 1e-9, reading, source);
  }

  /// @param unit of the last figure of the value
  /// @param runs of ours
  /// @param theirRuns how many runs they made
  void seen(
      String claim,
      double expected,
      double unit,
      Estimate ours,
      int runs,
      int theirRuns,
      String reading,
      String source) {
    double both = ours.standardError() * Math.sqrt(1 + (double) runs / theirRuns);
    add(claim, Kind.SEEN, expected, ours, MOST_ERRORS * both + unit / 2, reading, source);
  }

  /// @param theirError the standard error of what they saw
  void seenElsewhere(
      String claim,
      double expected,
      double theirError,
      Estimate ours,
      String reading,
      String source) {
    double both = Math.hypot(ours.standardError(), theirError);
    add(claim, Kind.SEEN, expected, ours, MOST_ERRORS * both, reading, source);
  }

  /// @param tolerance beside 3.5 standard errors
  /// @param reading with the reason of the tolerance
  void about(
      String claim,
      Kind kind,
      double expected,
      double tolerance,
      Estimate ours,
      String reading,
      String source) {
    double error = Double.isNaN(ours.standardError()) ? 0 : ours.standardError();
    add(claim, kind, expected, ours, tolerance + MOST_ERRORS * error, reading, source);
  }

  void notComparable(String claim, String reason, String source) {
    figures.add(ComparedFigure.notComparable(claim, reason, source));
  }

  private void add(
      String claim,
      Kind kind,
      double expected,
      Estimate ours,
      double allowed,
      String reading,
      String source) {
    figures.add(
        new ComparedFigure(
            claim, kind, expected, ours.mean(), ours.standardError(), allowed, reading, source));
  }
}
