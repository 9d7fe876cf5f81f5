package p2pgossip.ui.model;

import java.time.Instant;

/// Which moment of a session is shown.
///
/// @param start of what is recorded
/// @param end of what is recorded
/// @param at the moment that is shown
/// @param mode what moves it
/// @param pace recorded seconds in a second, where it is played
public record Moment(Instant start, Instant end, Instant at, Mode mode, double pace) {

  /// Nothing was recorded yet.
  static final Moment NONE = new Moment(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Mode.LIVE, 1);

  /// What moves the moment that is shown.
  public enum Mode {
    /// It is now.
    LIVE,
    /// It moves through the recording by itself.
    PLAYING,
    /// It stands until somebody moves it.
    HELD
  }
}
