package p2pgossip.sweep;

import org.jspecify.annotations.Nullable;

/// How often each point of an experiment is run.
///
/// @param most the most repetitions; without `until`, exactly this many
/// @param until null for a fixed number
public record Repeats(int most, @Nullable Until until) {

  /// The fewest repetitions before a point can be precise enough.
  public static final int LEAST = 10;

  /// @throws IllegalArgumentException when the number is out of range
  public Repeats {
    if (most < 1 || most > Experiment.MOST_RUNS) {
      throw new IllegalArgumentException(
          "repetitions must be 1 to %s, not %s".formatted(Experiment.MOST_RUNS, most));
    }
  }

  /// Until the 95 % interval of a mean is narrow enough.
  ///
  /// @param narrower than this, from end to end; above 0
  public record Until(Measure measure, double narrower) {

    /// @throws IllegalArgumentException when the width is not above 0
    public Until {
      if (!(narrower > 0)) {
        throw new IllegalArgumentException("narrower must be above 0, not " + narrower);
      }
    }
  }
}
