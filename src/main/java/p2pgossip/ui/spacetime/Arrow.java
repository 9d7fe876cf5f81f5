package p2pgossip.ui.spacetime;

import java.time.Duration;
import java.time.Instant;
import p2pgossip.network.CopyTrip;

/// A copy as it is drawn.
///
/// @param start seconds from the rumour's birth until it set off
/// @param end until it arrived or failed; of one under way, until now
/// @param from line of its sender
/// @param to line of its receiver
record Arrow(CopyTrip trip, double start, double end, int from, int to) {

  /// The part of the way over which a lost copy is drawn.
  static final double LOST_PART = 0.62;

  /// The part of the way over which a copy in transit is drawn. How far it has come is not known.
  static final double UNDER_WAY_PART = 0.5;

  static Arrow of(CopyTrip trip, Lanes lanes, Instant born, Instant now) {
    double start = seconds(born, trip.sent());
    double end = trip.ended() == null ? seconds(born, now) : seconds(born, trip.ended());
    return new Arrow(trip, start, Math.max(start, end), lanes.of(trip.from()), lanes.of(trip.to()));
  }

  static double seconds(Instant born, Instant at) {
    return Math.max(0, Duration.between(born, at).toNanos() / 1e9);
  }

  /// How much of the way is drawn.
  double part() {
    return switch (trip.fate()) {
      case LOST -> LOST_PART;
      case UNDER_WAY -> UNDER_WAY_PART;
      case NEWS, DUPLICATE, ARRIVED -> 1;
    };
  }
}
