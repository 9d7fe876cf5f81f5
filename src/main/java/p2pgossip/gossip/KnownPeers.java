package p2pgossip.gossip;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The peers that one peer knows. Modified by its engine only. Any thread may read it at any time
/// without waiting for the engine.
public final class KnownPeers {

  private final Map<PeerAddress, KnownPeer> byAddress = new ConcurrentHashMap<>();
  private final HealthyNeighbors inOrder = new HealthyNeighbors();

  public @Nullable Neighbor get(PeerAddress address) {
    KnownPeer peer = byAddress.get(address);
    return peer == null ? null : peer.neighbor();
  }

  /// The same, as it changes. Only for the thread that drives the engine.
  @Nullable KnownPeer find(PeerAddress address) {
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
    return new All();
  }

  private final class All extends AbstractCollection<Neighbor> {

    @Override
    public Iterator<Neighbor> iterator() {
      Iterator<KnownPeer> peers = byAddress.values().iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return peers.hasNext();
        }

        @Override
        public Neighbor next() {
          return peers.next().neighbor();
        }
      };
    }

    @Override
    public int size() {
      return byAddress.size();
    }
  }

  /// The neighbours that messages go to, in the order of their addresses. The engine itself uses
  /// [#inOrder()], which takes no sorting.
  public List<Neighbor> healthy() {
    List<Neighbor> healthy = new ArrayList<>();
    for (KnownPeer peer : byAddress.values()) {
      Neighbor neighbor = peer.neighbor();
      if (neighbor.isHealthy()) {
        healthy.add(neighbor);
      }
    }
    healthy.sort(Comparator.comparing(Neighbor::address));
    return healthy;
  }

  /// The number of neighbours that messages go to.
  public int countHealthy() {
    int healthy = 0;
    for (KnownPeer peer : byAddress.values()) {
      if (peer.isHealthy()) {
        healthy++;
      }
    }
    return healthy;
  }

  /// The neighbours that messages go to, in the order of their addresses. Only for the thread that
  /// drives the engine.
  HealthyNeighbors inOrder() {
    return inOrder;
  }

  /// Whether this peer sends its gossip to the peer at an address, or that peer has answered and
  /// this one is about to introduce itself.
  public boolean tells(PeerAddress address) {
    KnownPeer peer = byAddress.get(address);
    return peer != null && (peer.isHealthy() || isTold(peer.neighbor()));
  }

  private static boolean isTold(Neighbor neighbor) {
    boolean answered = neighbor.health().roundTrip() != null && neighbor.health().trouble() == null;
    return neighbor.isHealthy() || (neighbor.bond().askedFor() && answered);
  }

  /// Whether a peer is known by any address. A machine with two addresses would otherwise be known,
  /// and sent messages, twice.
  boolean knowsRunOf(Peer peer) {
    for (KnownPeer known : byAddress.values()) {
      if (known.neighbor().isSameRunAs(peer)) {
        return true;
      }
    }
    return false;
  }

  /// The peers that others are told of: those that answer.
  public Map<PeerAddress, Peer> announced() {
    Map<PeerAddress, Peer> announced = new HashMap<>();
    for (KnownPeer known : byAddress.values()) {
      Neighbor neighbor = known.neighbor();
      Peer peer = neighbor.peer();
      if (neighbor.isHealthy() && peer != null) {
        announced.put(neighbor.address(), peer);
      }
    }
    return announced;
  }

  /// The first `most` of them, in the order of their addresses, as they are shown.
  List<PeerSnapshot.Acquaintance> acquaintances(int most) {
    return all().stream()
        .sorted(Comparator.comparing(Neighbor::address))
        .limit(most)
        .map(
            neighbor ->
                new PeerSnapshot.Acquaintance(
                    neighbor.address(), neighbor.standing(), neighbor.link(), neighbor.name()))
        .toList();
  }

  /// The addresses of those that a source has named and that have not answered since, in no
  /// particular order.
  List<PeerAddress> named() {
    List<PeerAddress> named = new ArrayList<>();
    for (KnownPeer known : byAddress.values()) {
      if (known.namedBy() != null) {
        named.add(known.address());
      }
    }
    return named;
  }

  /// @return what is kept of it from now on
  KnownPeer put(Neighbor neighbor) {
    KnownPeer known = byAddress.get(neighbor.address());
    if (known == null) {
      KnownPeer fresh = new KnownPeer(neighbor);
      byAddress.put(neighbor.address(), fresh);
      inOrder.changed(fresh, false, false, fresh.isHealthy());
      return fresh;
    }
    set(known, neighbor);
    return known;
  }

  /// Changes what is known of a peer, if it is known.
  void change(PeerAddress address, UnaryOperator<Neighbor> how) {
    KnownPeer known = byAddress.get(address);
    if (known != null) {
      change(known, how);
    }
  }

  void change(KnownPeer known, UnaryOperator<Neighbor> how) {
    set(known, how.apply(known.neighbor()));
  }

  private void set(KnownPeer known, Neighbor neighbor) {
    boolean wasHealthy = known.isHealthy();
    boolean tookRumors = known.offers(Offer.RUMORS);
    known.is(neighbor);
    inOrder.changed(known, wasHealthy, tookRumors, known.isHealthy());
  }

  /// @return what was kept of it; null if it was not known
  @Nullable KnownPeer remove(PeerAddress address) {
    KnownPeer removed = byAddress.remove(address);
    if (removed != null) {
      inOrder.changed(removed, removed.isHealthy(), removed.offers(Offer.RUMORS), false);
    }
    return removed;
  }
}
