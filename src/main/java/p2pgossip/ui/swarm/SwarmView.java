package p2pgossip.ui.swarm;

import p2pgossip.gossip.PeerSettings;

/// What the bar shows of a swarm.
///
/// @param wanted peers that it was started with
/// @param running peers that run now
/// @param wiring in words, as in "small world"
/// @param settings the last that were given to all
/// @param starting whether peers are still being started
public record SwarmView(
    int wanted, int running, String wiring, PeerSettings settings, boolean starting) {}
