package p2pgossip.peer;

import p2pgossip.gossip.GossipEvent;

/// Receives the events of one peer, in order and one at a time. Called on the network's threads
/// with the peer's lock held: an implementation must hand the event on and return at once, and must
/// not call the peer.
public interface GossipListener {

  void happened(GossipEvent event);
}
