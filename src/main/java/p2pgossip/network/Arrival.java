package p2pgossip.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// How a rumour came to one peer.
///
/// @param from who passed the first copy; null at the origin, and where it is not known
/// @param at when it was first heard
/// @param hops of the first copy
/// @param periods of this peer that had begun since the rumour's birth, as far as they were seen; 0
/// when it was heard before the first
/// @param repeats copies that came after the first
/// @param spreading whether the peer still passes it on
public record Arrival(
    PeerAddress peer,
    @Nullable PeerAddress from,
    Instant at,
    int hops,
    long periods,
    long repeats,
    boolean spreading) {}
