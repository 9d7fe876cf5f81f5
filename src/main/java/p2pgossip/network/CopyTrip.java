package p2pgossip.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// One copy's way from one peer to another, joined from what both ends saw of it.
///
/// @param serial counts up in the order in which trips were first seen
/// @param sent when it set off; where only its arrival was seen, the same as `ended`
/// @param ended when it arrived or failed; null while it is under way
public record CopyTrip(
    long serial,
    RumorId rumor,
    PeerAddress from,
    PeerAddress to,
    int hops,
    Instant sent,
    @Nullable Instant ended,
    Fate fate) {

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
