package p2pgossip.ui.swarm;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerSettings;

/// What the bar shows of a swarm.
///
/// @param wanted peers that it was started with
/// @param running peers that run now
/// @param wiring in words, as in "small world"
/// @param settings the last that were given to all
/// @param starting whether peers are still being started
/// @param obstacle why no rumour can be told just now, as a sentence; null while one can
public record SwarmView(
    int wanted,
    int running,
    String wiring,
    PeerSettings settings,
    boolean starting,
    @Nullable String obstacle) {}
