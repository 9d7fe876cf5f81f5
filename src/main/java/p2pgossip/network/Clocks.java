package p2pgossip.network;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// Moments by one clock, told by another.
final class Clocks {

  private Clocks() {}

  /// @param there any moment by the other clock
  /// @param markThere a moment by the other clock
  /// @param markHere the same moment by this one
  static Instant moved(Instant there, Instant markThere, Instant markHere) {
    if (markThere.equals(markHere)) {
      return there;
    }
    try {
      return there.plus(Duration.between(markThere, markHere));
    } catch (DateTimeException | ArithmeticException e) {
      // So far out of reach that it says nothing.
      return markHere;
    }
  }

  /// When a request arrived to which the answer came at `answered`: half a round trip before. A
  /// round trip that no request takes says nothing.
  static Instant arrival(Instant answered, Duration roundTrip) {
    boolean credible = !roundTrip.isNegative() && roundTrip.compareTo(CopyTrips.LONGEST) <= 0;
    return credible ? answered.minus(roundTrip.dividedBy(2)) : answered;
  }
}
