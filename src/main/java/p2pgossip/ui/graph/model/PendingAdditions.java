package p2pgossip.ui.graph.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;

/// The peers and links of a picture that the graph does not have yet, in the order in which they
/// are added: peers before links, and the best connected peers first, so that the others find a
/// neighbour to stand beside.
final class PendingAdditions {

  static final PendingAdditions NONE =
      new PendingAdditions(Map.of(), new ArrayDeque<>(), new ArrayDeque<>());

  /// Above this many, new peers have their full size at once: to scale so many shapes takes too
  /// long.
  private static final int CROWD = 100;

  private final Map<PeerAddress, Set<PeerAddress>> neighbors;
  private final Queue<NetworkNode> nodes;
  private final Queue<WantedEdge> edges;
  private final boolean crowd;

  private PendingAdditions(
      Map<PeerAddress, Set<PeerAddress>> neighbors,
      Queue<NetworkNode> nodes,
      Queue<WantedEdge> edges) {
    this.neighbors = neighbors;
    this.nodes = nodes;
    this.edges = edges;
    this.crowd = nodes.size() > CROWD;
  }

  /// @param wanted all edges of the picture
  /// @param hasNode whether the graph has the peer; `hasEdge` likewise, by the edge's identifier
  static PendingAdditions towards(
      NetworkPicture picture,
      Collection<WantedEdge> wanted,
      Predicate<PeerAddress> hasNode,
      Predicate<String> hasEdge) {
    Map<PeerAddress, Set<PeerAddress>> neighbors =
        Stream.concat(picture.links().stream(), picture.links().stream().map(Link::reversed))
            .collect(
                Collectors.groupingBy(
                    Link::from, Collectors.mapping(Link::to, Collectors.toSet())));
    return new PendingAdditions(
        neighbors,
        picture.nodes().values().stream()
            .filter(node -> !hasNode.test(node.address()))
            .sorted(
                Comparator.comparing((NetworkNode node) -> node.role() != Role.SELF)
                    .thenComparingInt(
                        node -> -neighbors.getOrDefault(node.address(), Set.of()).size())
                    .thenComparing(NetworkNode::address))
            .collect(Collectors.toCollection(ArrayDeque::new)),
        wanted.stream()
            .filter(edge -> !hasEdge.test(edge.id()))
            .collect(Collectors.toCollection(ArrayDeque::new)));
  }

  /// How many peers and edges are left.
  int size() {
    return nodes.size() + edges.size();
  }

  Queue<NetworkNode> nodes() {
    return nodes;
  }

  Queue<WantedEdge> edges() {
    return edges;
  }

  /// The peers that this one knows or is known by.
  Set<PeerAddress> neighbors(PeerAddress peer) {
    return neighbors.getOrDefault(peer, Set.of());
  }

  /// Whether there are so many peers that they have their full size at once.
  boolean isCrowd() {
    return crowd;
  }
}
