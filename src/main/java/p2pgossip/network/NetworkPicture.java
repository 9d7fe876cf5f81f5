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
/// @param unsure other ways of `links` that may be there or not, since nobody says so
/// @param secure whether those who let each other in speak over encrypted connections; all do, or
///     none, because who does has nothing to do with those who don't
public record NetworkPicture(
    Map<PeerAddress, NetworkNode> nodes, Set<Link> links, Set<Link> unsure, boolean secure) {

  public static final NetworkPicture EMPTY = new NetworkPicture(Map.of(), Set.of());

  /// The peer whose picture it is; null where it is nobody's.
  public @Nullable PeerAddress self() {
    for (NetworkNode node : nodes.values()) {
      if (node.role() == Role.SELF) {
        return node.address();
      }
    }
    return null;
  }

  /// Whether the peer whose picture it is knows this one, in reach or not: only those are sent
  /// messages and tried again, and can be dropped.
  public boolean isNeighbor(PeerAddress peer) {
    PeerAddress self = self();
    return self != null && links.contains(new Link(self, peer));
  }

  /// What a peer is to the one whose picture it is.
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

  /// How many neighbours there are to whom the peer whose picture it is sends messages.
  public int addressees() {
    return count(Role.CONNECTED) + count(Role.LEARNED);
  }

  /// How many nodes there are of that role.
  public int count(Role role) {
    int count = 0;
    for (NetworkNode node : nodes.values()) {
      if (node.role() == role) {
        count++;
      }
    }
    return count;
  }

  /// Over plain connections, and all is sure.
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
        throw new IllegalArgumentException(link + " leads out of the picture");
      }
    }
  }
}
