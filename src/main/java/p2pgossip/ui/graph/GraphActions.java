package p2pgossip.ui.graph;

import p2pgossip.gossip.PeerAddress;

/// What a user can ask of a peer by way of the graph. Called on the FX thread, so none of these may
/// block.
public interface GraphActions {

  /// Asks for a mutual link with the peer.
  void connect(PeerAddress peer);

  /// Drops the link to the peer.
  void disconnect(PeerAddress peer);

  /// Sends the peer one message at once.
  void send(PeerAddress peer);

  /// A few short lines about the peer for the card shown while the pointer rests on it. The address
  /// and the role stand on the card already; empty when there is nothing more to say.
  String describe(PeerAddress peer);
}
