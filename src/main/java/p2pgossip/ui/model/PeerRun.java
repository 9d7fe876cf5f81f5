package p2pgossip.ui.model;

import java.util.ArrayList;
import java.util.List;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;
import p2pgossip.peer.RunningPeer;

/// One run of a window's peer, from Start to Stop.
///
/// @param isOwn whether it is this window's to end, and not only looked at
record PeerRun(RunningPeer peer, boolean isOwn) {

  List<PeerAddress> neighbors() {
    return peer.knownPeers().all().stream().map(Neighbor::address).sorted().toList();
  }

  /// Of what was observed, the events of this peer. A peer that is started in its place afterwards has
  /// another run.
  List<GossipEvent> eventsIn(List<Observation> observations) {
    List<GossipEvent> events = new ArrayList<>();
    for (Observation observation : observations) {
      if (observation instanceof Observation.Happened(var _, PeerAddress observer, var event)
          && observer.equals(peer.address())) {
        events.add(event);
        if (event instanceof GossipEvent.Stopped) {
          break;
        }
      }
    }
    return events;
  }
}
