package p2pgossip.ui.spacetime;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Naming;
import p2pgossip.network.PeerLabels;
import p2pgossip.network.Spread;

/// Which peer has which line, counted from 0 at the top.
final class Lanes {

  private final List<PeerAddress> peers;
  private final Map<PeerAddress, Integer> numbers = new HashMap<>();
  private final PeerLabels labels;

  private Lanes(List<PeerAddress> peers, Naming names) {
    this.peers = peers;
    for (PeerAddress peer : peers) {
      numbers.put(peer, numbers.size());
    }
    labels = PeerLabels.of(peers, names);
  }

  static Lanes of(Spread spread, Collection<PeerAddress> others, PeerOrder order, Naming names) {
    Set<PeerAddress> all = new HashSet<>(others);
    all.addAll(spread.arrivals().keySet());
    for (CopyTrip trip : spread.trips()) {
      all.add(trip.from());
      all.add(trip.to());
    }
    return new Lanes(all.stream().sorted(comparator(spread, order)).toList(), names);
  }

  private static Comparator<PeerAddress> comparator(Spread spread, PeerOrder order) {
    Map<PeerAddress, Arrival> arrivals = spread.arrivals();
    PeerAddress origin = spread.rumor().origin();
    return switch (order) {
      case ADDRESS -> Comparator.naturalOrder();
      case FIRST_HEARD ->
          // The origin comes first even if clocks differ.
          Comparator.comparing((PeerAddress peer) -> !peer.equals(origin))
              .thenComparing(arrivals::get, Comparator.nullsLast(Comparator.comparing(Arrival::at)))
              .thenComparing(Comparator.naturalOrder());
    };
  }

  int count() {
    return peers.size();
  }

  PeerAddress peer(int lane) {
    return peers.get(lane);
  }

  /// -1 if the peer has no line.
  int of(@Nullable PeerAddress peer) {
    return peer == null ? -1 : numbers.getOrDefault(peer, -1);
  }

  /// A peer in short: its name, or only the port where all are on one machine.
  String label(int lane) {
    return labels.brief(peers.get(lane));
  }

  /// A peer where it matters which it is.
  String called(PeerAddress peer) {
    return labels.whole(peer);
  }

  /// The label that takes the most room.
  String longestLabel() {
    String longest = "";
    for (int lane = 0; lane < peers.size(); lane++) {
      String label = label(lane);
      if (label.length() > longest.length()) {
        longest = label;
      }
    }
    return longest;
  }
}
