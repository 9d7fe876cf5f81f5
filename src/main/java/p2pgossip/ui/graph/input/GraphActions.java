package p2pgossip.ui.graph.input;

import java.util.List;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;

/// What a user can ask of a peer by way of the graph. Called on the FX thread, so none of these may
/// block.
public interface GraphActions {

  /// Whether the picture is of the past, so that nothing can be done with the peers in it.
  default boolean isPast() {
    return false;
  }

  /// Asks for a mutual link with the peer.
  void connect(PeerAddress peer);

  /// Drops the link to the peer.
  void disconnect(PeerAddress peer);

  /// Sends the peer one message at once.
  void send(PeerAddress peer);

  /// A few short lines about the peer for the card shown while the pointer rests on it. The address
  /// and the role stand on the card already; empty when there is nothing more to say.
  String describe(PeerAddress peer);

  /// What more the context menu offers, asked for each time it opens; by default nothing.
  ///
  /// @param selection in this order: where the menu opens on one of several selected peers, all of
  ///   these, that one first; on any other peer, that one; on a link, its two ends, and where it
  ///   leads one way, first the one that knows the other; on the background, all selected peers,
  ///   which may be none
  default List<MenuEntry> more(Set<PeerAddress> selection) {
    return List.of();
  }
}
