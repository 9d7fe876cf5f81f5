package p2pgossip.experiment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.steering.NetworkListener;

/// Counts the copies of rumours that are sent, and knows since when none has moved. Thread-safe.
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
        // The sender does not learn whether a copy in an answer arrives.
        underWay.merge(member, sent.inAnswer() ? 0 : 1, Integer::sum);
      }
      case GossipEvent.CopyDelivered delivered -> ended(member, delivered.at());
      case GossipEvent.CopyFailed failed -> ended(member, failed.at());
      case GossipEvent.Stopped _ -> underWay.remove(member);
      default -> {
        // No other event sends or ends a copy.
      }
    }
  }

  private void ended(PeerAddress member, Instant at) {
    lastMoved = at;
    underWay.merge(member, -1, Integer::sum);
  }

  /// The number of copies sent in all.
  synchronized long copies() {
    return copies;
  }

  /// Since when no copy has been sent, has arrived or has been lost; null while a copy is in
  /// transit.
  ///
  /// @param earliest the result if no copy has moved since before then
  synchronized @Nullable Instant quietSince(Instant earliest) {
    if (underWay.values().stream().anyMatch(count -> count > 0)) {
      return null;
    }
    return lastMoved == null || lastMoved.isBefore(earliest) ? earliest : lastMoved;
  }
}
