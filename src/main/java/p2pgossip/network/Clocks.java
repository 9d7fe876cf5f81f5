package p2pgossip.network;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// Converts times between two clocks.
final class Clocks {

  private Clocks() {}

  /// @param there a time by the other clock
  /// @param markThere a reference time by the other clock
  /// @param markHere the same time by this clock
  static Instant moved(Instant there, Instant markThere, Instant markHere) {
    if (markThere.equals(markHere)) {
      return there;
    }
    try {
      return there.plus(Duration.between(markThere, markHere));
    } catch (DateTimeException | ArithmeticException e) {
      // Too far away to mean anything.
      return markHere;
    }
  }

  /// When a request arrived whose answer came at `answered`: half a round trip before. A round trip
  /// that no request takes is ignored.
  static Instant arrival(Instant answered, Duration roundTrip) {
    boolean credible = !roundTrip.isNegative() && roundTrip.compareTo(CopyTrips.LONGEST) <= 0;
    return credible ? answered.minus(roundTrip.dividedBy(2)) : answered;
  }
}
