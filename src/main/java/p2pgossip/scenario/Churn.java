package p2pgossip.scenario;

/// Peers that come and go at random times, independently of one another: two Poisson processes.
///
/// @param leavePerMinute how many peers leave a minute on average, 0 to [#MOST_PER_MINUTE]. Each
/// says goodbye
/// @param joinPerMinute how many new peers join a minute on average, 0 to [#MOST_PER_MINUTE]
public record Churn(double leavePerMinute, double joinPerMinute) {

  public static final int MOST_PER_MINUTE = 600;

  /// @throws IllegalArgumentException when a rate is out of range
  public Churn {
    requireRate(leavePerMinute);
    requireRate(joinPerMinute);
  }

  private static void requireRate(double perMinute) {
    if (!(perMinute >= 0 && perMinute <= MOST_PER_MINUTE)) {
      throw new IllegalArgumentException(
          "a rate of %s a minute is not between 0 and %s".formatted(perMinute, MOST_PER_MINUTE));
    }
  }
}
