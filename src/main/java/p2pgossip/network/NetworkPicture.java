package p2pgossip.network;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerAddress;

/// The network at one moment. Both ends of every link are among the nodes.
///
/// @param nodes by address
/// @param links directed
/// @param unsure reverse directions of `links` that may exist or not, since no peer reports them
/// @param secure whether the peers that let each other in use encrypted connections; either all do
///     or none, because the two kinds can't connect
/// @param names of peers in the picture and of others that were seen
public record NetworkPicture(
    Map<PeerAddress, NetworkNode> nodes,
    Set<Link> links,
    Set<Link> unsure,
    boolean secure,
    Naming names) {

  public static final NetworkPicture EMPTY = new NetworkPicture(Map.of(), Set.of());

  /// The peer from whose view the picture is drawn; null if there is none.
  public @Nullable PeerAddress self() {
    for (NetworkNode node : nodes.values()) {
      if (node.role() == Role.SELF) {
        return node.address();
      }
    }
    return null;
  }

  /// Whether that peer knows this one, reachable or not: only such peers are sent messages, tried
  /// again, and can be dropped.
  public boolean isNeighbor(PeerAddress peer) {
    PeerAddress self = self();
    return self != null && links.contains(new Link(self, peer));
  }

  /// Whether that peer and this one know each other.
  public Mutuality linkWith(PeerAddress peer) {
    PeerAddress self = self();
    if (self == null) {
      return Mutuality.UNKNOWN;
    }
    Link back = new Link(peer, self);
    if (unsure.contains(back)) {
      return Mutuality.UNKNOWN;
    }
    return links.contains(back) ? Mutuality.MUTUAL : Mutuality.ONE_WAY;
  }

  /// The number of neighbours to which that peer sends messages.
  public int addressees() {
    return count(Role.CONNECTED) + count(Role.LEARNED);
  }

  /// The number of nodes with a role.
  public int count(Role role) {
    int count = 0;
    for (NetworkNode node : nodes.values()) {
      if (node.role() == role) {
        count++;
      }
    }
    return count;
  }

  /// What the peers are called, with or without their names, as the user wants.
  public PeerLabels labels() {
    return PeerLabels.of(nodes.keySet(), names);
  }

  /// The same, in which peers are called by their names or by their addresses.
  public NetworkPicture namesShown(boolean shown) {
    return shown == names.shown()
        ? this
        : new NetworkPicture(nodes, links, unsure, secure, new Naming(names.names(), shown));
  }

  /// A picture of peers without names.
  public NetworkPicture(
      Map<PeerAddress, NetworkNode> nodes, Set<Link> links, Set<Link> unsure, boolean secure) {
    this(nodes, links, unsure, secure, Naming.NONE);
  }

  /// A picture with plain connections and no unsure links.
  public NetworkPicture(Map<PeerAddress, NetworkNode> nodes, Set<Link> links) {
    this(nodes, links, Set.of(), false);
  }

  /// @throws IllegalArgumentException when a link leads to a peer that is not among the nodes
  public NetworkPicture {
    nodes = Map.copyOf(nodes);
    links = Set.copyOf(links);
    unsure = Set.copyOf(unsure);
    for (Link link : links) {
      if (!nodes.containsKey(link.from()) || !nodes.containsKey(link.to())) {
        throw new IllegalArgumentException(link + " leads to a peer that is not in the picture");
      }
    }
  }
}
