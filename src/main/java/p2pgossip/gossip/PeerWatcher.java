package p2pgossip.gossip;

/// Sees everything that happens to one peer, without gaps and in order: first the state of the peer
/// and then each event. Calls never overlap. They are made while the peer is locked: a watcher must
/// hand on what it gets, return at once, and not call the peer.
public interface PeerWatcher {

  /// The state of the peer at this moment. It replaces what was told before; the events that follow
  /// happen after it.
  void seen(PeerSnapshot snapshot);

  void happened(GossipEvent event);
}
