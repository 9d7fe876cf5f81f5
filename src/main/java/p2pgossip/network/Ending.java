package p2pgossip.network;

import java.time.Instant;

/// The end of a rumour, and the network in which it spread.
///
/// @param at when nothing carried it any longer
/// @param cutOff whether it could have spread further, had its run not ended
/// @param network at that moment, as seen by the first member of the run, or by the peer that was
///     watched first
public record Ending(Instant at, boolean cutOff, NetworkPicture network) {}
