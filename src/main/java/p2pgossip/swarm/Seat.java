package p2pgossip.swarm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.NetworkMember;

/// The place of one peer in a swarm, which it can leave and take again. Thread-safe.
final class Seat {

  private final int number;
  private final boolean original;
  private final List<PeerAddress> targets;

  private final Object starting = new Object();

  // Guarded by this. The address is known from the first start on.
  private @Nullable PeerAddress address;
  private @Nullable RunningPeer peer;
  private boolean running;

  /// @param targets whom the peer connects to when it first starts
  Seat(int number, boolean original, List<PeerAddress> targets) {
    this.number = number;
    this.original = original;
    this.targets = List.copyOf(targets);
  }

  /// To be held while a peer is started in this seat.
  Object starting() {
    return starting;
  }

  boolean original() {
    return original;
  }

  List<PeerAddress> targets() {
    return targets;
  }

  /// The peer as it was last started; null before.
  synchronized @Nullable RunningPeer peer() {
    return peer;
  }

  /// The peer, while it runs.
  synchronized @Nullable RunningPeer runningPeer() {
    return running ? peer : null;
  }

  synchronized NetworkMember member() {
    if (address == null) {
      throw new IllegalStateException("peer " + number + " was never started");
    }
    return new NetworkMember(number, address, original, running);
  }

  synchronized boolean isAt(PeerAddress wanted) {
    return wanted.equals(address);
  }

  /// Takes note of what happened to the peer in this seat.
  ///
  /// @return whether it runs no longer, and did before
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
        // Whether it runs is all that counts here.
      }
    }
    return false;
  }

  synchronized void fill(RunningPeer started) {
    peer = started;
  }
}
