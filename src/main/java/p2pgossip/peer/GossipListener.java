package p2pgossip.peer;

import p2pgossip.gossip.GossipEvent;

/// Hears what happens to one peer, event by event, in order and never two at a time. Called on the
/// network's threads while the peer is held: it must hand the event on and return at once, and must
/// not call the peer.
public interface GossipListener {

  void happened(GossipEvent event);
}
