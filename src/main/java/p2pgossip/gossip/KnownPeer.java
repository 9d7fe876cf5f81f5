package p2pgossip.gossip;

/// One known peer, with what is known of it at the moment. Modified by the thread that drives the
/// engine; any thread may read it.
final class KnownPeer {

  private volatile Neighbor neighbor;

  KnownPeer(Neighbor neighbor) {
    this.neighbor = neighbor;
  }

  PeerAddress address() {
    return neighbor.address();
  }

  Neighbor neighbor() {
    return neighbor;
  }

  void is(Neighbor now) {
    neighbor = now;
  }
}
