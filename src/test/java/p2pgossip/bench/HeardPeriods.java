package p2pgossip.bench;

import java.util.ArrayList;
import java.util.List;
import p2pgossip.gossip.GossipEvent;

/// When the messages of one peer arrive, of which there should be one every second. Thread-safe.
final class HeardPeriods {

  private static final double SECOND_NANOS = 1e9;

  // Guarded by this.
  private final List<Long> arrivals = new ArrayList<>();

  /// Receives the events of a neighbour of that peer.
  synchronized void happened(GossipEvent event) {
    if (event instanceof GossipEvent.MessageReceived) {
      arrivals.add(System.nanoTime());
    }
  }

  synchronized int count() {
    return arrivals.size();
  }

  /// How far, in milliseconds, each message in that time strayed from a second after the one before
  /// it.
  ///
  /// @param begun as [System#nanoTime] counts, and so `ended`
  synchronized List<Double> straying(long begun, long ended) {
    List<Double> straying = new ArrayList<>();
    for (int i = 1; i < arrivals.size(); i++) {
      long arrival = arrivals.get(i);
      if (arrival - begun >= 0 && arrival - ended < 0) {
        straying.add(Math.abs(arrival - arrivals.get(i - 1) - SECOND_NANOS) / 1e6);
      }
    }
    return straying;
  }

  /// How many seconds between the first message and `ended` brought none.
  synchronized long lost(long ended) {
    if (arrivals.isEmpty()) {
      return 0;
    }
    long due = Math.round((arrivals.getLast() - arrivals.getFirst()) / SECOND_NANOS) + 1;
    long silentSince = (long) ((ended - arrivals.getLast()) / SECOND_NANOS - 0.5);
    return due - arrivals.size() + Math.max(0, silentSince);
  }
}
