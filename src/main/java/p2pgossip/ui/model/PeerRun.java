package p2pgossip.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.SteerablePeer;

/// One run of a window's peer, from Start to Stop.
///
/// @param home where the peer has its place; null if it is this window's own
record PeerRun(SteerablePeer peer, @Nullable Home home) {

  /// Whether the peer is this window's to end, and not only looked at.
  boolean isOwn() {
    return home == null;
  }

  /// The peer, where it is a real one.
  Optional<RunningPeer> real() {
    return peer instanceof RunningPeer real ? Optional.of(real) : Optional.empty();
  }

  List<PeerAddress> neighbors() {
    return peer.knownPeers().all().stream().map(Neighbor::address).sorted().toList();
  }

  /// The neighbours that are known to speak only the original protocol.
  List<PeerAddress> originals() {
    List<PeerAddress> originals = new ArrayList<>();
    for (Neighbor neighbor : peer.knownPeers().all()) {
      Peer other = neighbor.peer();
      if (other != null && other.offers().isEmpty()) {
        originals.add(neighbor.address());
      }
    }
    return originals;
  }

  /// The events of this peer, up to its end: a peer started in its place belongs to another run.
  List<GossipEvent> eventsIn(List<Observation> observations) {
    List<GossipEvent> events = new ArrayList<>();
    for (GossipEvent event : Observation.eventsOf(peer.address(), observations)) {
      events.add(event);
      if (event instanceof GossipEvent.Stopped) {
        break;
      }
    }
    return events;
  }
}
