package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// Which addresses in the lists of others are not taken in: those of this peer, those that the user
/// has dropped, and those that did not answer lately. Bounded: the oldest entries are removed.
final class LearningGate {

  static final int MOST_KEPT = 4_096;
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

  private record Silence(int failures, Instant until) {}

  private final Peer self;
  private final SequencedSet<PeerAddress> own = new LinkedHashSet<>();
  private final SequencedSet<PeerAddress> dropped = new LinkedHashSet<>();
  private final SequencedMap<PeerAddress, Silence> silent = new LinkedHashMap<>();

  /// @param others further addresses of this peer
  LearningGate(Peer self, PeerAddress ownAddress, Set<PeerAddress> others) {
    this.self = self;
    own.add(ownAddress);
    own.addAll(others);
  }

  boolean isOwn(PeerAddress address) {
    return own.contains(address);
  }

  boolean isOwn(PeerAddress address, Peer peer) {
    return isOwn(address) || peer.isSameRunAs(self);
  }

  boolean admits(PeerAddress address, Peer peer, Instant now) {
    return !isOwn(address, peer) && !dropped.contains(address) && !isSilent(address, now);
  }

  boolean isSilent(PeerAddress address, Instant now) {
    Silence silence = silent.get(address);
    return silence != null && silence.until().isAfter(now);
  }

  /// This peer itself answered at this address.
  void addOwn(PeerAddress address) {
    // The first are the addresses that this peer announces, which stay.
    if (own.size() < MOST_KEPT) {
      own.add(address);
    }
  }

  void drop(PeerAddress address) {
    dropped.add(address);
    if (dropped.size() > MOST_KEPT) {
      dropped.removeFirst();
    }
  }

  /// No peer answered there.
  void silence(PeerAddress address, Instant now) {
    Silence before = silent.remove(address);
    int failures = before == null ? 1 : before.failures() + 1;
    silent.put(address, new Silence(failures, now.plus(BACKOFF.pauseAfter(failures))));
    if (silent.size() > MOST_KEPT) {
      silent.pollFirstEntry();
    }
  }

  /// The user or the peer there asked for a connection.
  void open(PeerAddress address) {
    dropped.remove(address);
    silent.remove(address);
  }
}
