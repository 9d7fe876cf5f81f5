package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Peers that were forgotten because they did not answer. The link to them may be down. When
/// something is heard of one, it is asked for a handshake at once; with `update`, each is also
/// asked now and then. Bounded in number and time: the oldest are removed.
final class LostPeers {

  static final int MOST_KEPT = 256;
  static final Duration KEPT = Duration.ofHours(2);

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(5), Outages.LONGEST_EARLY_RETRY);
  private static final Backoff LATE_BACKOFF =
      new Backoff(Duration.ofSeconds(5), Outages.LONGEST_RETRY);

  private record Loss(Neighbor last, Instant since, int tries, Instant next) {}

  private final SequencedMap<PeerAddress, Loss> losses = new LinkedHashMap<>();

  void add(Neighbor lost, Instant now) {
    losses.remove(lost.address());
    losses.putLast(lost.address(), new Loss(lost, now, 1, now.plus(BACKOFF.pauseAfter(1))));
    if (losses.size() > MOST_KEPT) {
      losses.pollFirstEntry();
    }
  }

  boolean contains(PeerAddress address) {
    return losses.containsKey(address);
  }

  /// The peer was found or is no longer wanted.
  ///
  /// @return what was last known of it; null if it was not lost
  @Nullable Neighbor remove(PeerAddress address) {
    Loss loss = losses.remove(address);
    return loss == null ? null : loss.last();
  }

  /// The peers to ask now. Each of them is not returned again for a while.
  List<PeerAddress> takeDue(Instant now) {
    if (losses.isEmpty()) {
      return List.of();
    }
    losses.values().removeIf(loss -> !loss.since().plus(KEPT).isAfter(now));
    List<PeerAddress> due = new ArrayList<>();
    losses.replaceAll(
        (address, loss) -> {
          if (loss.next().isAfter(now)) {
            return loss;
          }
          due.add(address);
          int tries = loss.tries() + 1;
          Backoff backoff = loss.since().plus(Outages.EARLY).isAfter(now) ? BACKOFF : LATE_BACKOFF;
          return new Loss(loss.last(), loss.since(), tries, now.plus(backoff.pauseAfter(tries)));
        });
    return due;
  }

  /// When [#takeDue] has peers to return again; null while none is lost.
  @Nullable Instant earliest() {
    Instant earliest = null;
    for (Loss loss : losses.values()) {
      if (earliest == null || loss.next().isBefore(earliest)) {
        earliest = loss.next();
      }
    }
    return earliest;
  }

  /// All are to be asked now: the way to them may have changed.
  void hasten(Instant now) {
    losses.replaceAll((address, loss) -> new Loss(loss.last(), loss.since(), loss.tries(), now));
  }
}
