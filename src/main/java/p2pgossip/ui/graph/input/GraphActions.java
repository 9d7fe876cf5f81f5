package p2pgossip.ui.graph.input;

import java.util.List;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;

/// What the user can do to a peer in the graph. All methods are called on the FX thread and must
/// not block.
public interface GraphActions {

  /// Whether the picture is of the past, so that nothing can be done to its peers.
  default boolean isPast() {
    return false;
  }

  /// Asks for a mutual link with the peer.
  void connect(PeerAddress peer);

  /// Drops the link to the peer.
  void disconnect(PeerAddress peer);

  /// Sends the peer one message at once.
  void send(PeerAddress peer);

  /// A few short lines about the peer for the card that is shown while the pointer rests on it. The
  /// card shows the address and the role already. Empty if there is nothing more to say.
  String describe(PeerAddress peer);

  /// More entries for the context menu, asked for each time it opens; none by default.
  ///
  /// @param selection what the entries are for. If the menu opens on a selected peer: all selected
  ///   peers, that one first. On another peer: that one. On a link: its two ends, the one that
  ///   knows the other first. On the background: all selected peers, which may be none
  default List<MenuEntry> more(Set<PeerAddress> selection) {
    return List.of();
  }
}
