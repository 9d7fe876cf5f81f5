package p2pgossip.gossip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The peers that one peer knows. Modified by its engine only. Any thread may read it at any time
/// without waiting for the engine.
public final class KnownPeers {

  private final Map<PeerAddress, Neighbor> byAddress = new ConcurrentHashMap<>();

  public @Nullable Neighbor get(PeerAddress address) {
    return byAddress.get(address);
  }

  public boolean contains(PeerAddress address) {
    return byAddress.containsKey(address);
  }

  public int size() {
    return byAddress.size();
  }

  /// A weakly consistent view, in no particular order.
  public Collection<Neighbor> all() {
    return byAddress.values();
  }

  /// The neighbours that messages go to, in the order of their addresses, so that a run can be
  /// repeated.
  public List<Neighbor> healthy() {
    List<Neighbor> healthy = new ArrayList<>();
    for (Neighbor neighbor : byAddress.values()) {
      if (neighbor.isHealthy()) {
        healthy.add(neighbor);
      }
    }
    healthy.sort(Comparator.comparing(Neighbor::address));
    return healthy;
  }

  /// Whether this peer sends its gossip to the peer at an address, or that peer has answered and
  /// this one is about to introduce itself.
  public boolean tells(PeerAddress address) {
    Neighbor neighbor = byAddress.get(address);
    if (neighbor == null) {
      return false;
    }
    boolean answered = neighbor.health().roundTrip() != null && neighbor.health().trouble() == null;
    return neighbor.isHealthy() || (neighbor.bond().askedFor() && answered);
  }

  /// Whether a peer is known by any address. A machine with two addresses would otherwise be known,
  /// and sent messages, twice.
  boolean knowsRunOf(Peer peer) {
    for (Neighbor neighbor : byAddress.values()) {
      if (neighbor.isSameRunAs(peer)) {
        return true;
      }
    }
    return false;
  }

  /// The peers that others are told of: those that answer.
  public Map<PeerAddress, Peer> announced() {
    Map<PeerAddress, Peer> announced = new HashMap<>();
    for (Neighbor neighbor : byAddress.values()) {
      Peer peer = neighbor.peer();
      if (neighbor.isHealthy() && peer != null) {
        announced.put(neighbor.address(), peer);
      }
    }
    return announced;
  }

  /// The first `most` of them, in the order of their addresses, as they are shown.
  List<PeerSnapshot.Acquaintance> acquaintances(int most) {
    return byAddress.values().stream()
        .sorted(Comparator.comparing(Neighbor::address))
        .limit(most)
        .map(
            neighbor ->
                new PeerSnapshot.Acquaintance(
                    neighbor.address(), neighbor.standing(), neighbor.link()))
        .toList();
  }

  void put(Neighbor neighbor) {
    byAddress.put(neighbor.address(), neighbor);
  }

  void remove(PeerAddress address) {
    byAddress.remove(address);
  }
}
