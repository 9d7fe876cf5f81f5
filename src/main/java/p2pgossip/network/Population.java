package p2pgossip.network;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.Standing;

/// Who is there, as far as it is seen, and who was: n for the figures of a spread.
final class Population {

  private final Set<PeerAddress> present = new HashSet<>();
  private final Map<PeerAddress, Instant> ended = new HashMap<>();

  Population(Collection<PeerTrack> observed) {
    Map<PeerAddress, PeerTrack> byAddress = new HashMap<>();
    observed.forEach(peer -> byAddress.put(peer.address(), peer));
    for (PeerTrack peer : observed) {
      if (peer.speaks()) {
        present.add(peer.address());
        for (Acquaintance known : peer.neighbors().values()) {
          if (isHealthy(known)) {
            present.add(known.address());
          }
        }
        peer.reports()
            .forEach(
                (by, listed) -> {
                  present.add(by);
                  present.addAll(listed);
                });
      }
    }
    for (PeerTrack peer : observed) {
      Instant end = peer.ended();
      if (end != null) {
        // It knows better than those who have not noticed yet.
        present.remove(peer.address());
        ended.put(peer.address(), end);
      }
    }
  }

  private static boolean isHealthy(Acquaintance known) {
    return known.standing() == Standing.CONNECTED || known.standing() == Standing.LEARNED;
  }

  /// Peers that are there now, that ended after `birth`, or that have heard the rumour, its origin among
  /// them.
  int at(Instant birth, Set<PeerAddress> reached, PeerAddress origin) {
    int all = present.size();
    for (Map.Entry<PeerAddress, Instant> peer : ended.entrySet()) {
      boolean ranMeanwhile = !peer.getValue().isBefore(birth);
      if (ranMeanwhile || reached.contains(peer.getKey()) || peer.getKey().equals(origin)) {
        all++;
      }
    }
    for (PeerAddress peer : reached) {
      all += isUncounted(peer) ? 1 : 0;
    }
    return !reached.contains(origin) && isUncounted(origin) ? all + 1 : all;
  }

  private boolean isUncounted(PeerAddress peer) {
    return !present.contains(peer) && !ended.containsKey(peer);
  }
}
