package p2pgossip.ui.overview;

import static p2pgossip.ui.spread.SampleSpread.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.ui.spread.SampleSpread;

/// A small network in which a rumour has come half way: of 12 peers, the first has told it, and
/// some have heard it.
final class SampleOverview {

  static final int PEERS = 12;
  static final Spread SPREAD = SampleSpread.push("Psst", PEERS, 3, 1, 0.1, 7);

  private SampleOverview() {}

  /// Peers that see each other. The first is the own one.
  static NetworkPicture network(int peers) {
    Map<PeerAddress, NetworkNode> nodes = new HashMap<>();
    for (int number = 0; number < peers; number++) {
      Role role = number == 0 ? Role.SELF : Role.CONNECTED;
      nodes.put(peer(number), new NetworkNode(peer(number), role));
    }
    return new NetworkPicture(nodes, Set.of());
  }

  /// A network in which one peer does not answer.
  static NetworkPicture withUnreachable(NetworkPicture network, PeerAddress peer) {
    Map<PeerAddress, NetworkNode> nodes = new HashMap<>(network.nodes());
    nodes.put(peer, new NetworkNode(peer, Role.UNREACHABLE));
    return new NetworkPicture(nodes, Set.of());
  }

  static OverviewView view(@Nullable Spread spread) {
    return view(spread, network(PEERS));
  }

  static OverviewView view(@Nullable Spread spread, NetworkPicture network) {
    return new OverviewView(spread, network, List.of(), true);
  }

  static OverviewView frozen(PeerAddress peer) {
    return new OverviewView(SPREAD, network(PEERS), List.of(new Fault.Freeze<>(peer)), true);
  }

  static PeerAddress aHearer() {
    return SPREAD.arrivals().keySet().stream()
        .filter(it -> !it.equals(SPREAD.rumor().origin()))
        .sorted()
        .findFirst()
        .orElseThrow();
  }

  static PeerAddress notAHearer() {
    return network(PEERS).nodes().keySet().stream()
        .filter(it -> !SPREAD.arrivals().containsKey(it))
        .sorted()
        .findFirst()
        .orElseThrow();
  }
}
