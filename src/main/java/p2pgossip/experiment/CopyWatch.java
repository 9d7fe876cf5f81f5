package p2pgossip.experiment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.steering.NetworkListener;

/// Counts the copies of rumours that are sent, and sees when all is quiet. Thread-safe.
final class CopyWatch implements NetworkListener {

  // Guarded by this.
  private final Map<PeerAddress, Integer> underWay = new HashMap<>();
  private @Nullable Instant lastMoved;
  private long copies;

  @Override
  public synchronized void happened(PeerAddress member, GossipEvent event) {
    switch (event) {
      case GossipEvent.CopySent sent -> {
        copies++;
        lastMoved = sent.at();
        // What becomes of one that was asked for is not learned.
        underWay.merge(member, sent.inAnswer() ? 0 : 1, Integer::sum);
      }
      case GossipEvent.CopyDelivered delivered -> ended(member, delivered.at());
      case GossipEvent.CopyFailed failed -> ended(member, failed.at());
      case GossipEvent.Stopped _ -> underWay.remove(member);
      default -> {
        // Nothing else sets a copy off or ends it.
      }
    }
  }

  private void ended(PeerAddress member, Instant at) {
    lastMoved = at;
    underWay.merge(member, -1, Integer::sum);
  }

  /// How many were sent in all.
  synchronized long copies() {
    return copies;
  }

  /// Since when no copy has set off, arrived or been lost; null while it is not known what becomes of
  /// one that has set off.
  ///
  /// @param earliest what is told when all has been quiet for longer
  synchronized @Nullable Instant quietSince(Instant earliest) {
    if (underWay.values().stream().anyMatch(count -> count > 0)) {
      return null;
    }
    return lastMoved == null || lastMoved.isBefore(earliest) ? earliest : lastMoved;
  }
}
