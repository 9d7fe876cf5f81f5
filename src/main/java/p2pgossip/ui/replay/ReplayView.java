package p2pgossip.ui.replay;

import java.time.Duration;
import java.time.Instant;

/// What the bar shows.
///
/// @param start of what is recorded
/// @param end of what is recorded; goes on growing while the session lasts
/// @param at the moment that is shown; the same as `end` where that is now
/// @param mode what moves it
/// @param pace recorded seconds in a second; 1 as it was
public record ReplayView(Instant start, Instant end, Instant at, Mode mode, double pace) {

  /// What moves the moment that is shown.
  public enum Mode {
    /// It is now.
    LIVE,
    /// It moves through the recording by itself.
    PLAYING,
    /// It stands until somebody moves it.
    HELD
  }

  Duration length() {
    return Duration.between(start, end);
  }

  Duration elapsed() {
    Duration elapsed = Duration.between(start, at);
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
