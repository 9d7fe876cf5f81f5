package p2pgossip.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Standing;
import p2pgossip.network.RumorTrack.Heard;

/// Decides whether any peer may still pass a rumour on, each by the strategy under which it keeps
/// it, as described by [p2pgossip.gossip.Strategy.Carried]. Peers that have ended, are out of
/// sight, have forgotten the rumour, or got it over the maximum number of hops do not count.
final class Carriers {

  private final Map<PeerAddress, PeerTrack> peers;

  Carriers(Map<PeerAddress, PeerTrack> peers) {
    this.peers = peers;
  }

  /// Whether there is such a peer.
  boolean carry(RumorTrack rumor) {
    Map<PeerAddress, Set<PeerAddress>> told = null;
    for (Heard heard : rumor.heard().values()) {
      Arrival arrival = heard.arrival();
      PeerTrack peer = peers.get(arrival.peer());
      Spreading spreading = heard.spreading();
      if (peer == null || !peer.speaks() || !heard.firsthand() || !arrival.spreading()) {
        continue;
      }
      if (spreading != null && arrival.hops() >= spreading.hopLimit()) {
        continue;
      }
      if (told == null) {
        told = told(rumor);
      }
      if (spreading == null || carries(rumor, peer, arrival, spreading, told)) {
        return true;
      }
    }
    return false;
  }

  private boolean carries(
      RumorTrack rumor,
      PeerTrack peer,
      Arrival arrival,
      Spreading spreading,
      Map<PeerAddress, Set<PeerAddress>> told) {
    return switch (spreading.strategy().carried()) {
      case BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD ->
          arrival.peer().equals(rumor.rumor().origin()) && hasUntold(rumor, peer, told);
      case UNTIL_PASSED_ON -> !hasPassedOn(peer, arrival, told);
      case UNTIL_NO_LONGER_SPREAD -> true;
      case WHILE_ANYBODY_LACKS_IT -> isLacked(rumor);
    };
  }

  /// For each peer, those that it has told, whatever became of the copy.
  private static Map<PeerAddress, Set<PeerAddress>> told(RumorTrack rumor) {
    Map<PeerAddress, Set<PeerAddress>> told = new HashMap<>();
    for (CopyTrip trip : rumor.trips().remembered().all()) {
      told.computeIfAbsent(trip.from(), _ -> new HashSet<>()).add(trip.to());
    }
    return told;
  }

  private static boolean hasUntold(
      RumorTrack rumor, PeerTrack origin, Map<PeerAddress, Set<PeerAddress>> told) {
    Set<PeerAddress> toldByIt = told.getOrDefault(origin.address(), Set.of());
    for (Acquaintance known : origin.neighbors().values()) {
      boolean mayBeTold = Reach.isHealthy(known) || known.standing() == Standing.UNREACHABLE;
      if (mayBeTold
          && !toldByIt.contains(known.address())
          && !rumor.heard().containsKey(known.address())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPassedOn(
      PeerTrack peer, Arrival arrival, Map<PeerAddress, Set<PeerAddress>> told) {
    if (told.containsKey(peer.address())) {
      return true;
    }
    boolean any = false;
    for (Acquaintance known : peer.neighbors().values()) {
      if (Reach.isHealthy(known)) {
        if (!known.address().equals(arrival.from())) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /// Peers that have ended or are out of sight can't be told.
  private boolean isLacked(RumorTrack rumor) {
    for (PeerAddress peer : rumor.population()) {
      if (!rumor.heard().containsKey(peer)) {
        PeerTrack track = peers.get(peer);
        if (track == null || track.speaks()) {
          return true;
        }
      }
    }
    return false;
  }
}
