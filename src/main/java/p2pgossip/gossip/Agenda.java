package p2pgossip.gossip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// When each peer is to be checked outside the periods. At most one entry a peer.
final class Agenda {

  private record Entry(Instant at, PeerAddress address) {}

  private final Map<PeerAddress, Entry> byAddress = new HashMap<>();
  private final TreeSet<Entry> byTime =
      new TreeSet<>(Comparator.comparing(Entry::at).thenComparing(Entry::address));

  void plan(PeerAddress address, Instant at) {
    cancel(address);
    Entry entry = new Entry(at, address);
    byAddress.put(address, entry);
    byTime.add(entry);
  }

  void cancel(PeerAddress address) {
    Entry entry = byAddress.remove(address);
    if (entry != null) {
      byTime.remove(entry);
    }
  }

  /// Removes and returns all that were planned for `now` or earlier, in the order of their times.
  List<PeerAddress> takeDue(Instant now) {
    List<PeerAddress> due = new ArrayList<>();
    while (!byTime.isEmpty() && !byTime.first().at().isAfter(now)) {
      Entry entry = byTime.removeFirst();
      byAddress.remove(entry.address());
      due.add(entry.address());
    }
    return due;
  }

  @Nullable Instant earliest() {
    return byTime.isEmpty() ? null : byTime.first().at();
  }
}
