package p2pgossip.gossip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// When each peer is to be checked outside the periods. At most one entry a peer.
final class Agenda {

  /// An entry that is cancelled stays in the heap until its turn comes or the heap is swept.
  private static final class Entry {

    private static final Comparator<Entry> ORDER =
        (one, other) -> {
          int byTime = one.at.compareTo(other.at);
          return byTime == 0 ? one.address.compareTo(other.address) : byTime;
        };

    private final Instant at;
    private final PeerAddress address;
    private boolean cancelled;

    private Entry(Instant at, PeerAddress address) {
      this.at = at;
      this.address = address;
    }
  }

  /// Cancelled entries beyond this many are swept once they are more than the others.
  private static final int SPARE = 16;

  private final Map<PeerAddress, Entry> byAddress = new HashMap<>();
  private final PriorityQueue<Entry> byTime = new PriorityQueue<>(Entry.ORDER);

  void plan(PeerAddress address, Instant at) {
    Entry entry = new Entry(at, address);
    Entry before = byAddress.put(address, entry);
    if (before != null) {
      before.cancelled = true;
    }
    byTime.add(entry);
    if (byTime.size() > 2 * byAddress.size() + SPARE) {
      byTime.removeIf(it -> it.cancelled);
    }
  }

  void cancel(PeerAddress address) {
    Entry entry = byAddress.remove(address);
    if (entry != null) {
      entry.cancelled = true;
    }
  }

  /// Removes and returns all that were planned for `now` or earlier, in the order of their times,
  /// those of one time in the order of their addresses.
  List<PeerAddress> takeDue(Instant now) {
    Entry first = first();
    if (first == null || first.at.isAfter(now)) {
      return List.of();
    }
    List<PeerAddress> due = new ArrayList<>();
    while (first != null && !first.at.isAfter(now)) {
      byTime.remove();
      byAddress.remove(first.address);
      due.add(first.address);
      first = first();
    }
    return due;
  }

  @Nullable Instant earliest() {
    Entry first = first();
    return first == null ? null : first.at;
  }

  private @Nullable Entry first() {
    Entry first = byTime.peek();
    while (first != null && first.cancelled) {
      byTime.remove();
      first = byTime.peek();
    }
    return first;
  }
}
