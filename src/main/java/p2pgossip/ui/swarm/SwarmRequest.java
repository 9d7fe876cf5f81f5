package p2pgossip.ui.swarm;

import p2pgossip.gossip.PeerSettings;
import p2pgossip.topology.Topology;

/// The swarm that the user asks for.
///
/// @param peers that are started beside the window's own
/// @param seed the same seed wires the same way
/// @param joined whether one of them connects to the window's own peer
/// @param settings that all begin with
public record SwarmRequest(
    int peers, Topology topology, long seed, boolean joined, PeerSettings settings) {

  public static final int FEWEST = 2;
  public static final int MOST = 300;
}
