package p2pgossip.ui.model;

import java.time.Instant;

/// Which moment of a session is shown.
///
/// @param start of what is recorded
/// @param end of what is recorded
/// @param at the moment that is shown
/// @param mode what moves it
/// @param pace recorded seconds per second while it is played
/// @param hasPresent whether there is a present to come back to. There is none if the window only
/// shows a recording from a file
public record Moment(
    Instant start, Instant end, Instant at, Mode mode, double pace, boolean hasPresent) {

  /// The present of a session that continues.
  public Moment(Instant start, Instant end, Instant at, Mode mode, double pace) {
    this(start, end, at, mode, pace, true);
  }

  /// Nothing is recorded yet.
  public static final Moment NONE =
      new Moment(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Mode.LIVE, 1);

  /// What moves the moment that is shown.
  public enum Mode {
    /// The moment is the present.
    LIVE,
    /// The moment moves through the recording by itself.
    PLAYING,
    /// The moment stands still until the user moves it.
    HELD
  }
}
