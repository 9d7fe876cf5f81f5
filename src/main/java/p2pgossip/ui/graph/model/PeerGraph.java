package p2pgossip.ui.graph.model;

import java.util.stream.Stream;
import org.graphstream.graph.implementations.AdjacencyListGraph;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;

/// GraphStream's graph of the peers. Its nodes and edges are our own, so that they carry how they
/// look: the graph that the layout follows is the one that is drawn. FX thread only.
public final class PeerGraph extends AdjacencyListGraph {

  public PeerGraph() {
    super("network");
  }

  /// Adds a peer at (0, 0). The listeners of the graph do not know its place before
  /// [PeerNode#put].
  PeerNode add(PeerAddress address, Role role) {
    setNodeFactory((id, _) -> new PeerNode(this, id, address, role));
    return (PeerNode) addNode(address.toString());
  }

  /// Adds a link between two peers that are in the graph.
  LinkEdge add(WantedEdge edge) {
    setEdgeFactory(
        (id, from, to, _) -> new LinkEdge(id, (PeerNode) from, (PeerNode) to, edge.tie()));
    return (LinkEdge) addEdge(edge.id(), edge.from(), edge.to(), edge.tie().isDirected());
  }

  /// The links that are drawn.
  public Stream<LinkEdge> links() {
    return edges().map(LinkEdge.class::cast).filter(LinkEdge::isDrawn);
  }
}
