package p2pgossip.network;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import p2pgossip.gossip.GossipEvent;

/// Compares and converts the times of two clocks.
final class Clocks {

  /// For a shorter time, what is shown stands still until the later clock has caught up.
  private static final Duration SHORT_WAY_BACK = Duration.ofSeconds(10);

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

  /// Whether a network, or a peer of its own, is set up whose clock is far behind the one before: a
  /// simulated network ran ahead of the time of day.
  ///
  /// @param latest the latest time of the one before
  static boolean beginsBefore(Instant latest, Observation observation) {
    boolean begins =
        observation instanceof Observation.RunBegan
            || (observation instanceof Observation.Happened happened
                && happened.event() instanceof GossipEvent.Started);
    return begins && Duration.between(observation.at(), latest).compareTo(SHORT_WAY_BACK) > 0;
  }

  /// When a request arrived whose answer came at `answered`: half a round trip before. A round trip
  /// that no request takes is ignored.
  static Instant arrival(Instant answered, Duration roundTrip) {
    boolean credible = !roundTrip.isNegative() && roundTrip.compareTo(CopyTrips.LONGEST) <= 0;
    return credible ? answered.minus(roundTrip.dividedBy(2)) : answered;
  }
}
