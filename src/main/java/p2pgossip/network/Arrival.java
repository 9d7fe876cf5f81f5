package p2pgossip.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// How a rumour reached one peer.
///
/// @param from the peer that passed the first copy; null at the origin, and if it is not known
/// @param at when it was first heard
/// @param hops of the first copy
/// @param periods of this peer that had begun since the rumour's birth, as far as seen; 0 if it was
///     heard before the first
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
