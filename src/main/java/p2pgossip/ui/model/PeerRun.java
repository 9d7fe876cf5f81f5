package p2pgossip.ui.model;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.net.PeerWatch;
import p2pgossip.net.PeerWatcher;
import p2pgossip.peer.RunningPeer;
import p2pgossip.ui.beat.Beat;

/// One run of a window's peer, from Start to Stop.
///
/// @param watch where the peer is only looked at, and not this window's to end; else null
record PeerRun(RunningPeer peer, EventInbox<GossipEvent> inbox, @Nullable PeerWatch watch) {

  /// Looks at a peer that runs already.
  static PeerRun lookingAt(
      RunningPeer peer, Beat beat, Consumer<EventInbox.Batch<GossipEvent>> taker) {
    EventInbox<GossipEvent> inbox = new EventInbox<>(beat, taker);
    PeerWatch watch =
        peer.watch(
            new PeerWatcher() {
              @Override
              public void seen(PeerSnapshot snapshot) {
                // What it is like is seen by way of the network.
              }

              @Override
              public void happened(GossipEvent event) {
                inbox.add(event);
              }
            });
    return new PeerRun(peer, inbox, watch);
  }

  /// Whether the peer is this window's own.
  boolean isOwn() {
    return watch == null;
  }

  List<PeerAddress> neighbors() {
    return peer.knownPeers().all().stream().map(Neighbor::address).sorted().toList();
  }
}
