package p2pgossip.network;

import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.peer;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;

/// A network whose picture is drawn from Ann's view.
abstract class AnnsPicture {

  final WatchedNetwork seen = new WatchedNetwork();

  NetworkPicture own() {
    return seen.network.picture(ANN, false);
  }

  NetworkPicture whole() {
    return seen.network.picture(ANN, true);
  }

  static NetworkPicture picture(Map<PeerAddress, NetworkNode> nodes, Link... links) {
    return new NetworkPicture(nodes, Set.of(links));
  }

  static Map<PeerAddress, NetworkNode> nodes(NetworkNode... nodes) {
    return Arrays.stream(nodes).collect(Collectors.toMap(NetworkNode::address, node -> node));
  }

  static NetworkNode node(PeerAddress peer, Role role) {
    return new NetworkNode(peer, role);
  }

  boolean report(PeerAddress by, PeerAddress... peers) {
    return seen.happened(ANN, new GossipEvent.PeersReported(at(1), by, Set.of(peers)));
  }
}
