package p2pgossip.story;

import java.time.Instant;
import java.util.Locale;

/// Something that happened and is worth a mark on an axis of time.
///
/// @param words as in `loss of 20 % everywhere` or `.4, .5 ended`, without a full stop
public record Mark(Instant at, Kind kind, String words) {

  /// What happened.
  public enum Kind {
    /// A run began.
    BEGAN,
    /// A rumour was told.
    TOLD,
    /// A fault began.
    FAULT,
    /// A fault ended.
    HEALED,
    /// Peers have ended.
    ENDED,
    /// Peers have joined, or were started again.
    JOINED,
    /// Peers spread rumours otherwise from now on.
    SETTINGS,
    /// Half of the peers have heard the chosen rumour.
    HALF,
    /// All peers have.
    ALL,
    /// The chosen rumour went no further.
    STOPPED;

    /// The class by which a style sheet knows it.
    public String styleClass() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
