package p2pgossip.swarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.RunningPeer;

/// Makes up for what a fault that has ended has cost the members of a swarm of one another.
///
/// What set off while the fault was in force may fail only after its end, and a peer that gives up at the
/// first failure then forgets a neighbour that it was just seen to know. So links are made anew not
/// only at once, but also when they are lost within the time that such a request may take. Thread-safe.
final class Reconnection {

  private static final Logger LOG = LoggerFactory.getLogger(Reconnection.class);

  private final Seats seats;
  private final InstantSource clock;
  private final Duration window;
  private final Executor executor;

  private volatile Instant until = Instant.MIN;

  /// @param clock by which the members tell the time
  /// @param timeLimit of a request of theirs
  /// @param executor on which members are told to connect, outside of what happens to them
  Reconnection(Seats seats, InstantSource clock, Duration timeLimit, Executor executor) {
    this.seats = seats;
    this.clock = clock;
    // A busy machine may notice late.
    this.window = timeLimit.multipliedBy(2);
    this.executor = executor;
  }

  /// A fault has ended.
  void begin() {
    until = clock.instant().plus(window);
    for (Seat seat : seats.all()) {
      RunningPeer peer = seat.runningPeer();
      if (peer != null) {
        for (PeerAddress target : seat.targets()) {
          RunningPeer other = seats.peer(target);
          // Whoever has forgotten asks: the other believes that it has been told.
          if (other != null && !connectAnew(peer, target)) {
            connectAnew(other, peer.address());
          }
        }
      }
    }
  }

  /// Something happened to the peer in a seat. Returns at once.
  void happened(Seat seat, GossipEvent event) {
    PeerAddress lost = lostBy(event);
    if (lost == null || event.at().isAfter(until)) {
      return;
    }
    try {
      executor.execute(() -> lost(seat, lost));
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is not asked again: the swarm is ending", lost, e);
    }
  }

  private void lost(Seat seat, PeerAddress lost) {
    RunningPeer peer = seat.runningPeer();
    if (peer != null
        && seats.neighborsOf(peer.address()).contains(lost)
        && seats.peer(lost) != null) {
      connectAnew(peer, lost);
    }
  }

  /// Whom a peer has given up on because no answer came in time. Other failures come at once, so that
  /// trying again could go on without end, and have other causes than a fault on the way.
  private static @Nullable PeerAddress lostBy(GossipEvent event) {
    return switch (event) {
      case GossipEvent.PeerForgotten(var _, PeerAddress peer, Failure failure)
          when failure.kind() == Failure.Kind.TIMED_OUT ->
          peer;
      case GossipEvent.ConnectFailed(
              var _,
              PeerAddress target,
              Failure failure,
              boolean tryingAgain)
          when failure.kind() == Failure.Kind.TIMED_OUT && !tryingAgain ->
          target;
      default -> null;
    };
  }

  /// @return whether it has to be asked for
  private static boolean connectAnew(RunningPeer peer, PeerAddress neighbor) {
    if (peer.knownPeers().contains(neighbor)) {
      return false;
    }
    peer.connect(neighbor);
    return true;
  }
}
