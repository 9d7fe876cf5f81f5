package p2pgossip.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// Converts the times of a peer of another process to this program's clock. One thread at a time.
///
/// The difference is measured when the peer shows its state, which is half a round trip before the
/// state is received. A difference within the uncertainty of the measurement counts as none: peers
/// on one machine share its clock.
final class ForeignClock {

  /// What gathering events and waking threads may add to half a round trip.
  private static final Duration SLACK = Duration.ofMillis(50);

  /// Anything reported as older than this counts as this old.
  private static final Duration OLDEST = Duration.ofMinutes(2);

  private final Duration roundTrip;
  private Duration ahead = Duration.ZERO;
  private Instant latest = Instant.MIN;

  /// @param roundTrip of a request to that peer
  ForeignClock(Duration roundTrip) {
    this.roundTrip = roundTrip;
  }

  /// The peer sent at `theirs`, by its clock, what was received at `received`.
  ///
  /// @return when it was sent, by our clock
  Instant set(Instant theirs, Instant received) {
    Instant said = received.minus(roundTrip.dividedBy(2));
    Duration difference = Duration.between(said, theirs);
    ahead = difference.abs().compareTo(roundTrip.plus(SLACK)) <= 0 ? Duration.ZERO : difference;
    latest = Instant.MIN;
    return ours(theirs, received);
  }

  /// When something happened that was received at `received`: never later than that, and never
  /// before an earlier event of the peer.
  Instant ours(Instant theirs, Instant received) {
    Instant happened;
    try {
      happened = theirs.minus(ahead);
    } catch (DateTimeException | ArithmeticException e) {
      // Too far away to mean anything.
      happened = received;
    }
    Instant oldest = received.minus(OLDEST);
    happened = happened.isBefore(oldest) ? oldest : happened;
    happened = happened.isBefore(latest) ? latest : happened;
    latest = happened.isAfter(received) ? received : happened;
    return latest;
  }
}
