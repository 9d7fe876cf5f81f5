package p2pgossip.results;

/// One measure, summed up over the repetitions of a point.
///
/// @param runs in which it is known; in the others it is left out
/// @param mean NaN without a run
/// @param standardError NaN for fewer than two runs
/// @param low the lower end of the 95 % interval of the mean, by Student's t distribution
/// @param high its upper end
/// @param quantiles of the first [#MOST_KEPT] repetitions
public record Summary(
    long runs, double mean, double standardError, double low, double high, Quantiles quantiles) {

  /// The most repetitions whose values are kept, for quantiles and pairs; means use all.
  public static final int MOST_KEPT = 100_000;

  /// The smallest and the greatest value, and those below which 5, 25, 50, 75 and 95 of 100 are.
  /// NaN without a run.
  public record Quantiles(
      double least,
      double q05,
      double q25,
      double median,
      double q75,
      double q95,
      double greatest) {}
}
