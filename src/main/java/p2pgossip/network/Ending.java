package p2pgossip.network;

import java.time.Instant;

/// The end of a rumour, and the network in which it spread.
///
/// @param at when nothing carried it any longer
/// @param cutOff whether it could have spread further, had its run not ended
/// @param network at that moment
public record Ending(Instant at, boolean cutOff, Surroundings network) {}
