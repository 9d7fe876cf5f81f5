package p2pgossip.swarm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.NetworkMember;

/// The place of one peer in a swarm. The peer in it can end and be started again. Thread-safe.
final class Seat {

  private final int number;
  private final boolean original;
  private final List<PeerAddress> targets;

  private final Object starting = new Object();

  // Guarded by this. The address is null until the first start.
  private @Nullable PeerAddress address;
  private @Nullable RunningPeer peer;
  private boolean running;

  /// @param targets the peers to which the peer connects when it first starts
  Seat(int number, boolean original, List<PeerAddress> targets) {
    this.number = number;
    this.original = original;
    this.targets = List.copyOf(targets);
  }

  /// The lock to hold while a peer is started in this seat.
  Object starting() {
    return starting;
  }

  /// Counted from 1.
  int number() {
    return number;
  }

  boolean original() {
    return original;
  }

  List<PeerAddress> targets() {
    return targets;
  }

  /// The peer that was started last, running or not; null before the first start.
  synchronized @Nullable RunningPeer peer() {
    return peer;
  }

  /// The peer; null while none runs.
  synchronized @Nullable RunningPeer runningPeer() {
    return running ? peer : null;
  }

  synchronized NetworkMember member() {
    if (address == null) {
      throw new IllegalStateException("peer " + number + " has never been started");
    }
    return new NetworkMember(number, address, original, running);
  }

  synchronized boolean isAt(PeerAddress wanted) {
    return wanted.equals(address);
  }

  /// Takes note of an event of the peer in this seat.
  ///
  /// @return whether the peer has just ended
  synchronized boolean note(GossipEvent event) {
    switch (event) {
      case GossipEvent.Started(var _, PeerAddress at, var _) -> {
        address = at;
        running = true;
      }
      case GossipEvent.Stopped _ -> {
        boolean did = running;
        running = false;
        return did;
      }
      default -> {
        // Other events don't change whether it runs.
      }
    }
    return false;
  }

  synchronized void fill(RunningPeer started) {
    peer = started;
  }
}
