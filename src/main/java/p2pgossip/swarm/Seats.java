package p2pgossip.swarm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.RunningPeer;

/// The seats of one swarm in the order of their numbers, and which are neighbours. Thread-safe.
final class Seats {

  private final List<Seat> seats = new CopyOnWriteArrayList<>();

  void add(Seat seat) {
    seats.add(seat);
  }

  List<Seat> all() {
    return List.copyOf(seats);
  }

  @Nullable Seat find(PeerAddress address) {
    for (Seat seat : seats) {
      if (seat.isAt(address)) {
        return seat;
      }
    }
    return null;
  }

  /// The peer at an address; null where none runs.
  @Nullable RunningPeer peer(PeerAddress address) {
    Seat seat = find(address);
    return seat == null ? null : seat.runningPeer();
  }

  List<RunningPeer> running() {
    List<RunningPeer> running = new ArrayList<>();
    for (Seat seat : seats) {
      RunningPeer peer = seat.runningPeer();
      if (peer != null) {
        running.add(peer);
      }
    }
    return running;
  }

  /// The neighbours of a member in the topology, whichever of the two connects to the other. Empty
  /// for an address that is not a member's.
  Set<PeerAddress> neighborsOf(PeerAddress member) {
    Set<PeerAddress> neighbors = new LinkedHashSet<>();
    for (Seat seat : seats) {
      if (seat.isAt(member)) {
        neighbors.addAll(seat.targets());
      } else if (seat.targets().contains(member)) {
        neighbors.add(seat.member().address());
      }
    }
    return neighbors;
  }

  /// How many running members know fewer peers than they have neighbours in the topology.
  int unconnected() {
    int unconnected = 0;
    for (RunningPeer peer : running()) {
      if (peer.knownPeers().countHealthy() < neighborsOf(peer.address()).size()) {
        unconnected++;
      }
    }
    return unconnected;
  }

  /// How many neighbours a member has on average, at least 1.
  int meanNeighbors() {
    int edges = seats.stream().mapToInt(seat -> seat.targets().size()).sum();
    return Math.max(1, Math.round(2f * edges / seats.size()));
  }
}
