package p2pgossip.ui.graph.model;

import org.graphstream.graph.implementations.AbstractEdge;
import p2pgossip.ui.graph.model.WantedEdge.Tie;

/// What joins two peers: an edge of GraphStream's graph.
public final class LinkEdge extends AbstractEdge {

  private final Tie tie;

  LinkEdge(String id, PeerNode from, PeerNode to, Tie tie) {
    super(id, from, to, tie.isDirected());
    this.tie = tie;
  }

  /// The peer that knows the other; either one where both do.
  public PeerNode from() {
    return (PeerNode) source;
  }

  public PeerNode to() {
    return (PeerNode) target;
  }

  /// Whether nobody says if the second peer knows the first, too.
  public boolean isUnsure() {
    return tie == Tie.UNSURE;
  }

  /// False if it only keeps a peer without links near this one.
  boolean isDrawn() {
    return tie != Tie.TETHER;
  }
}
