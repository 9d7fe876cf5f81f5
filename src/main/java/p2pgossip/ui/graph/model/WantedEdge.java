package p2pgossip.ui.graph.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;

/// An edge that the graph must have to show a picture.
///
/// @param id its identifier in the graph
/// @param from the identifier of its first node; `to` likewise
record WantedEdge(String id, String from, String to, Tie tie) {

  /// What joins two peers in the graph.
  enum Tie {
    MUTUAL(" and "),
    ONE_WAY(" to "),
    /// One way; nobody says if the other way, too.
    UNSURE(" perhaps with "),
    /// Not drawn. It keeps a peer without links near this one.
    TETHER(" near ");

    private final String word;

    Tie(String word) {
      this.word = word;
    }

    boolean isDirected() {
      return this == ONE_WAY || this == UNSURE;
    }
  }

  /// All edges for a picture, by identifier.
  static Map<String, WantedEdge> of(NetworkPicture picture) {
    Map<String, WantedEdge> edges = new LinkedHashMap<>();
    // Each address is written out once, however many links it has.
    Map<PeerAddress, String> names = new HashMap<>();
    Set<PeerAddress> linked = new HashSet<>();
    for (Link link : picture.links()) {
      if (!link.from().equals(link.to())) {
        linked.add(link.from());
        linked.add(link.to());
        boolean mutual = picture.links().contains(link.reversed());
        Link ordered = mutual && link.from().compareTo(link.to()) > 0 ? link.reversed() : link;
        Tie oneWay = picture.unsure().contains(link.reversed()) ? Tie.UNSURE : Tie.ONE_WAY;
        WantedEdge edge = edge(ordered, mutual ? Tie.MUTUAL : oneWay, names);
        edges.put(edge.id, edge);
      }
    }
    picture.nodes().values().stream()
        .filter(node -> node.role() == Role.SELF)
        .forEach(
            self ->
                picture.nodes().keySet().stream()
                    .filter(other -> !linked.contains(other) && !other.equals(self.address()))
                    .map(other -> edge(new Link(self.address(), other), Tie.TETHER, names))
                    .forEach(edge -> edges.put(edge.id, edge)));
    return edges;
  }

  private static WantedEdge edge(Link link, Tie tie, Map<PeerAddress, String> names) {
    String from = names.computeIfAbsent(link.from(), PeerAddress::toString);
    String to = names.computeIfAbsent(link.to(), PeerAddress::toString);
    return new WantedEdge(from + tie.word + to, from, to, tie);
  }
}
