package p2pgossip.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// One copy's way from one peer to another, joined from what both ends saw of it.
///
/// @param serial counts up in the order in which trips were first seen
/// @param sent when it set off; where only its arrival was seen, the same as `ended`
/// @param ended when it arrived or failed; null while it is under way. Never before `sent`, also
///     where the clocks of both ends differ
/// @param periods of the sender that had begun since the rumour's birth when it set off, as far as
///     they were seen; those of the receiver where only that one is watched
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

  /// One of which the period does not matter.
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

  /// What became of a copy.
  public enum Fate {
    UNDER_WAY,
    /// It was the first that came there.
    NEWS,
    /// The rumour was known there already.
    DUPLICATE,
    /// It arrived at a peer that is not watched and does not say whether it knew it.
    ARRIVED,
    LOST
  }
}
