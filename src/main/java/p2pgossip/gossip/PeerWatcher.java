package p2pgossip.gossip;

/// Sees all that happens to one peer, without a gap and in order: what the peer is like first, and
/// then each event. Never called twice at a time. Called while the peer is held: it must hand on
/// what it was told and return at once, and must not call the peer.
public interface PeerWatcher {

  /// All that there is to be seen at this moment. What happened before counts no longer; the events
  /// that follow are those after it.
  void seen(PeerSnapshot snapshot);

  void happened(GossipEvent event);
}
