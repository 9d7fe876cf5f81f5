package p2pgossip.network;

import java.time.Instant;

/// That a rumour is over, and the network in which it spread.
///
/// @param at when nothing carried it any longer
/// @param cutOff whether something would still have carried it, had its run not ended
/// @param network as it stood then, to the first member of the run, or to the peer that was watched
///     first
public record Ending(Instant at, boolean cutOff, NetworkPicture network) {}
