package p2pgossip.network;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.Standing;

/// The peers that are present, as far as seen, and which of them could reach each other: over links
/// in one or both directions, including those that are broken at present.
final class Reach {

  private final Set<PeerAddress> present = new HashSet<>();
  private final Map<PeerAddress, Set<PeerAddress>> links = new HashMap<>();

  Reach(Collection<PeerTrack> observed) {
    for (PeerTrack peer : observed) {
      if (peer.speaks()) {
        present.add(peer.address());
        for (Acquaintance known : peer.neighbors().values()) {
          add(peer.address(), known);
        }
        peer.strangers().keySet().forEach(stranger -> link(peer.address(), stranger));
        peer.reports().forEach(this::addReport);
      }
    }
    for (PeerTrack peer : observed) {
      if (peer.ended() != null) {
        // It knows better than peers that have not noticed yet.
        present.remove(peer.address());
      }
    }
  }

  private void add(PeerAddress peer, Acquaintance known) {
    boolean there = isHealthy(known);
    if (there) {
      present.add(known.address());
    }
    if (there || known.standing() == Standing.UNREACHABLE) {
      link(peer, known.address());
    }
  }

  private void addReport(PeerAddress by, Set<PeerAddress> listed) {
    present.add(by);
    present.addAll(listed);
    listed.forEach(peer -> link(by, peer));
  }

  private void link(PeerAddress one, PeerAddress other) {
    links.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
    links.computeIfAbsent(other, _ -> new HashSet<>()).add(one);
  }

  static boolean isHealthy(Acquaintance known) {
    return known.standing() == Standing.CONNECTED || known.standing() == Standing.LEARNED;
  }

  boolean isPresent(PeerAddress peer) {
    return present.contains(peer);
  }

  /// Whether a peer is linked with any chosen one.
  boolean isLinked(PeerAddress peer, Predicate<PeerAddress> chosen) {
    return links.getOrDefault(peer, Set.of()).stream().anyMatch(chosen);
  }

  /// All present peers that can be reached from these, including themselves if present.
  Set<PeerAddress> from(Collection<PeerAddress> starts) {
    Set<PeerAddress> reached = new HashSet<>();
    Deque<PeerAddress> open = new ArrayDeque<>();
    for (PeerAddress start : starts) {
      if (present.contains(start) && reached.add(start)) {
        open.add(start);
      }
    }
    while (!open.isEmpty()) {
      for (PeerAddress next : links.getOrDefault(open.remove(), Set.of())) {
        if (present.contains(next) && reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /// As [#from(Collection)] for one peer.
  Set<PeerAddress> from(PeerAddress start) {
    return from(List.of(start));
  }
}
