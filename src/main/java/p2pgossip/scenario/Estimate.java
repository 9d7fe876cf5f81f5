package p2pgossip.scenario;

/// The mean of a sample and how far it may be from the true one.
///
/// @param standardError the standard deviation of the sample divided by the root of its size; not
///     a number if there is only one value
public record Estimate(double mean, double standardError) {

  /// Gathers a sample value by value, without keeping it: Welford 1962, "Note on a method for
  /// calculating corrected sums of squares and products". Used by one thread at a time.
  public static final class Sample {

    private long count;
    private double mean;
    private double squares;

    public void add(double value) {
      count++;
      double difference = value - mean;
      mean += difference / count;
      squares += difference * (value - mean);
    }

    /// The number of values.
    public long count() {
      return count;
    }

    /// @throws IllegalStateException when there is no value
    public Estimate estimate() {
      if (count == 0) {
        throw new IllegalStateException("a sample without values has no mean");
      }
      return new Estimate(mean, count == 1 ? Double.NaN : Math.sqrt(squares / (count - 1) / count));
    }
  }
}
