package p2pgossip.ui.profile;

import java.time.Instant;

/// The figures of the ten seconds up to one moment; NaN if there is none.
///
/// @param out messages sent a second
/// @param in messages received a second
/// @param failed messages that failed, in all of that time
/// @param median time of an answer, in milliseconds
/// @param p95 the time within which 95 of 100 answers came, in milliseconds
/// @param p99 the same for 99 of 100
record Point(
    Instant at, double out, double in, double failed, double median, double p95, double p99) {

  /// A moment without figures.
  static Point unknown(Instant at) {
    return new Point(at, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
