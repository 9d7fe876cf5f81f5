package p2pgossip.ui.swarm;

import java.util.List;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.peer.FreePorts;
import p2pgossip.scenario.NameChoice;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;

/// The swarm that the user asks for.
///
/// @param peers that are started in addition to the window's own
/// @param seed of the wiring: the same seed gives the same wiring
/// @param joined whether one of them connects to the window's own peer
/// @param settings that all begin with
/// @param names what they are called
/// @param time real for real peers, virtual for simulated ones, which are never joined
public record SwarmRequest(
    int peers,
    Topology topology,
    long seed,
    boolean joined,
    PeerSettings settings,
    NameChoice names,
    Run.Time time) {

  /// @param joins the peers that the first of them connects to
  public SwarmPlan plan(List<PeerAddress> joins) {
    return new SwarmPlan(
        peers,
        0,
        topology,
        settings,
        seed,
        FreePorts.FIRST,
        null,
        joins,
        null,
        time,
        NetworkTraits.NONE.withNames(names));
  }
}
