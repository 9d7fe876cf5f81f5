package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// Which addresses in the lists of others are not taken in: those of this peer, those that the user
/// has dropped, and those that did not answer lately. Bounded: the oldest entries are removed.
final class LearningGate {

  static final int MOST_KEPT = 4_096;
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

  private record Silence(int failures, Instant until) {}

  private final Peer self;
  private final NewestEntries<PeerAddress, Boolean> dropped = new NewestEntries<>(MOST_KEPT);
  private final NewestEntries<PeerAddress, Silence> silent = new NewestEntries<>(MOST_KEPT);

  private final PeerAddress ownAddress;

  /// Further addresses of this peer, known from the beginning.
  private final Set<PeerAddress> others;

  /// Those that it has found out since.
  private Set<PeerAddress> found = Set.of();

  /// @param others further addresses of this peer
  LearningGate(Peer self, PeerAddress ownAddress, Set<PeerAddress> others) {
    this.self = self;
    this.ownAddress = ownAddress;
    this.others = Set.copyOf(others);
  }

  boolean isOwn(PeerAddress address) {
    return ownAddress.equals(address) || others.contains(address) || found.contains(address);
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
    if (!isOwn(address) && 1 + others.size() + found.size() < MOST_KEPT) {
      if (found.isEmpty()) {
        found = new HashSet<>();
      }
      found.add(address);
    }
  }

  void drop(PeerAddress address) {
    if (!dropped.contains(address)) {
      dropped.put(address, true);
    }
  }

  /// No peer answered there.
  void silence(PeerAddress address, Instant now) {
    Silence before = silent.remove(address);
    int failures = before == null ? 1 : before.failures() + 1;
    silent.put(address, new Silence(failures, now.plus(BACKOFF.pauseAfter(failures))));
  }

  /// The user or the peer there asked for a connection.
  void open(PeerAddress address) {
    dropped.remove(address);
    silent.remove(address);
  }
}
