package p2pgossip.gossip;

import java.time.Duration;

/// Pauses that double with each failure.
///
/// @param first the pause after the first failure
/// @param longest no pause is longer
record Backoff(Duration first, Duration longest) {

  /// @param failures in a row, 1 or more
  Duration pauseAfter(int failures) {
    int doublings = Math.min(failures - 1, 30);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
