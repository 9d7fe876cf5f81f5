package p2pgossip.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.Source;

/// Counts the bytes of unanswered requests that all servers of a process have read from callers
/// that have not proven themselves, and keeps them within a bound. Every byte counts, whatever part
/// of HTTP it belongs to.
///
/// When there is too much, the source that holds the most loses the connection that holds the most,
/// so that an ordinary request is not cut because of an endless one. Thread-safe.
final class Intake {

  /// How much memory a byte can take: at worst, a trailer of six bytes takes some 250.
  private static final int WORST_GROWTH = 40;

  /// At worst, the total takes one part in this many of the heap.
  private static final int SHARE_OF_HEAP = 4;

  private static final long LEAST = 512 * 1024;

  /// How far the bound may be exceeded, by reads at the same moment.
  private static final long SLACK = 64 * 1024;

  private final long bound;

  // Guarded by this.
  private final Map<Visit, Long> byVisit = new HashMap<>();
  private final Set<Visit> leaving = new HashSet<>();
  private long held;
  private long heldByLeaving;

  /// With a bound that suits the heap.
  Intake() {
    this(Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / WORST_GROWTH));
  }

  /// @param bound in bytes
  Intake(long bound) {
    this.bound = bound;
  }

  /// Bytes held now.
  synchronized long held() {
    return held;
  }

  /// Whether more may be read. If not, connections that hold much are being cut, and their memory
  /// is free in a moment.
  synchronized boolean hasRoom() {
    return held <= bound + SLACK;
  }

  /// A caller has sent something. May cut that caller, or another.
  void take(Visit visit, long bytes) {
    List<Visit> losers = new ArrayList<>();
    synchronized (this) {
      byVisit.merge(visit, bytes, Long::sum);
      held += bytes;
      if (leaving.contains(visit)) {
        heldByLeaving += bytes;
      }
      while (held - heldByLeaving > bound) {
        Visit loser = largestOfTheHeaviest();
        leaving.add(loser);
        heldByLeaving += byVisit.getOrDefault(loser, 0L);
        losers.add(loser);
      }
    }
    losers.forEach(Visit::cut);
  }

  /// Everything that a caller has sent is done with.
  synchronized void release(Visit visit) {
    Long bytes = byVisit.remove(visit);
    if (bytes != null) {
      held -= bytes;
      if (leaving.remove(visit)) {
        heldByLeaving -= bytes;
      }
    }
  }

  private Visit largestOfTheHeaviest() {
    List<Map.Entry<Visit, Long>> staying =
        byVisit.entrySet().stream().filter(entry -> !leaving.contains(entry.getKey())).toList();
    Map<Source, Long> bySource = new HashMap<>();
    staying.forEach(entry -> bySource.merge(entry.getKey().source(), entry.getValue(), Long::sum));
    return staying.stream()
        .max(
            Comparator.<Map.Entry<Visit, Long>>comparingLong(
                    entry -> bySource.getOrDefault(entry.getKey().source(), 0L))
                .thenComparing(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }
}
