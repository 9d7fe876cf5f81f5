package p2pgossip.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// One copy's way from one peer to another, combined from what both ends saw of it.
///
/// @param serial numbers trips in the order in which they were first seen
/// @param sent when it was sent; if only its arrival was seen, the same as `ended`
/// @param ended when it arrived or failed; null while it is in transit. Never before `sent`, even
///     if the clocks of both ends differ
/// @param periods of the sender that had begun since the rumour's birth when it was sent, as far as
///     seen; those of the receiver if only that is watched
public record CopyTrip(
    long serial,
    RumorId rumor,
    PeerAddress from,
    PeerAddress to,
    int hops,
    Instant sent,
    @Nullable Instant ended,
    Fate fate,
    long periods) {

  /// A trip whose period does not matter.
  public CopyTrip(
      long serial,
      RumorId rumor,
      PeerAddress from,
      PeerAddress to,
      int hops,
      Instant sent,
      @Nullable Instant ended,
      Fate fate) {
    this(serial, rumor, from, to, hops, sent, ended, fate, 0);
  }

  /// The same trip once its sender has reported the sending, after its arrival was reported.
  CopyTrip sentAt(Instant at, int itsHops, long itsPeriods) {
    Instant end = ended == null || ended.isBefore(at) ? at : ended;
    return new CopyTrip(serial, rumor, from, to, itsHops, at, end, fate, itsPeriods);
  }

  /// The same trip with its outcome.
  CopyTrip endedAt(Instant at, Fate outcome) {
    Instant end = at.isBefore(sent) ? sent : at;
    return new CopyTrip(serial, rumor, from, to, hops, sent, end, outcome, periods);
  }

  /// The outcome of a copy.
  public enum Fate {
    UNDER_WAY,
    /// It was the first copy at the receiver.
    NEWS,
    /// The receiver knew the rumour already.
    DUPLICATE,
    /// The receiver is not watched and does not say whether it knew the rumour.
    ARRIVED,
    LOST
  }
}
