package p2pgossip.ui.model;

import java.time.Instant;

/// Which moment of a session is shown.
///
/// @param start of what is recorded
/// @param end of what is recorded
/// @param at the moment that is shown
/// @param mode what moves it
/// @param pace recorded seconds in a second, where it is played
/// @param hasPresent whether there is a present to come back to: where only a recording is shown that
/// was made elsewhere, there is none
public record Moment(
    Instant start, Instant end, Instant at, Mode mode, double pace, boolean hasPresent) {

  /// One of a session that goes on.
  public Moment(Instant start, Instant end, Instant at, Mode mode, double pace) {
    this(start, end, at, mode, pace, true);
  }

  /// Nothing was recorded yet.
  public static final Moment NONE =
      new Moment(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Mode.LIVE, 1);

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
