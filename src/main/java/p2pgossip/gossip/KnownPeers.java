package p2pgossip.gossip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The peers that one peer knows. Written by its engine alone; read by anybody at any time without
/// waiting for the engine.
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

  /// A weakly consistent view in no particular order.
  public Collection<Neighbor> all() {
    return byAddress.values();
  }

  /// Those to whom messages go, in the order of their addresses, so that a run can be repeated.
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

  /// Whether the peer at an address is among those whom this peer tells its gossip, or has answered and is
  /// just being told that it is.
  public boolean tells(PeerAddress address) {
    Neighbor neighbor = byAddress.get(address);
    if (neighbor == null) {
      return false;
    }
    boolean answered = neighbor.health().roundTrip() != null && neighbor.health().trouble() == null;
    return neighbor.isHealthy() || (neighbor.bond().askedFor() && answered);
  }

  /// Whether a peer is known by any address: a machine with two addresses would otherwise be known, and
  /// sent messages, twice.
  boolean knowsRunOf(Peer peer) {
    for (Neighbor neighbor : byAddress.values()) {
      if (neighbor.isSameRunAs(peer)) {
        return true;
      }
    }
    return false;
  }

  /// What is told to others: the healthy ones. A peer that is only heard of, or does not answer, is
  /// not passed on.
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

  /// What is shown of the first `most` of them, in the order of their addresses.
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
