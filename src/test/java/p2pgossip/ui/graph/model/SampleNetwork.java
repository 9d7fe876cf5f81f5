package p2pgossip.ui.graph.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;

/// Builds small networks to show, step by step.
public final class SampleNetwork {

  private final Map<PeerAddress, NetworkNode> nodes = new HashMap<>();
  private final Set<Link> links = new HashSet<>();
  private final Set<Link> unsure = new HashSet<>();

  public static PeerAddress peer(int port) {
    return PeerAddress.parse("127.0.0.1:" + port);
  }

  /// This peer, at port 8080, with this many connected peers at the ports after it.
  public static NetworkPicture star(int connected) {
    SampleNetwork network = new SampleNetwork().node(8080, Role.SELF);
    for (int port = 8081; port <= 8080 + connected; port++) {
      network.node(port, Role.CONNECTED).mutual(8080, port);
    }
    return network.picture();
  }

  public SampleNetwork node(int port, Role role) {
    nodes.put(peer(port), new NetworkNode(peer(port), role));
    return this;
  }

  public SampleNetwork oneWay(int from, int to) {
    links.add(new Link(peer(from), peer(to)));
    return this;
  }

  /// One way; nobody says if the other way, too.
  public SampleNetwork unsure(int from, int to) {
    unsure.add(new Link(peer(to), peer(from)));
    return oneWay(from, to);
  }

  public SampleNetwork mutual(int one, int other) {
    return oneWay(one, other).oneWay(other, one);
  }

  public NetworkPicture picture() {
    return new NetworkPicture(nodes, links, unsure, false);
  }
}
