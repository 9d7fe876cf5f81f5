package p2pgossip.ui.swarm;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.pace.Pace;

/// What the bar shows of a swarm.
///
/// @param wanted how many peers it was started with
/// @param running how many run now
/// @param wiring in words, for example "small world"
/// @param settings that were last given to all
/// @param starting whether peers are still being started
/// @param pace of virtual time; null where the peers are real
/// @param obstacle why no rumour can be told now, as a sentence; null if one can
public record SwarmView(
    int wanted,
    int running,
    String wiring,
    PeerSettings settings,
    boolean starting,
    @Nullable Pace pace,
    @Nullable String obstacle) {}
