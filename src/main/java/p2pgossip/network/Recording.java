package p2pgossip.network;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps observations, up to a bound. When it is reached, the oldest are dropped in chunks, but the
/// network at that moment is kept, so that the rest can be played from its first moment. When a
/// network is set up whose clock is far behind what was recorded, as after a simulated one that ran
/// ahead, all of it is dropped like that: the moments of a recording go one way.
///
/// Thread-safe; adding takes less than a microsecond, and about a millisecond when a chunk is
/// dropped.
public final class Recording {

  /// Observations kept by default; about 60 MB if they are small.
  public static final int DEFAULT_MOST = 300_000;

  private static final int CHUNK = 1_024;

  private final int mostChunks;
  private final Deque<Observation[]> full = new ArrayDeque<>();
  private Observation[] latest = new Observation[CHUNK];
  private int inLatest;
  private long dropped;
  private @Nullable Instant end;

  /// The network before the oldest observation that is kept.
  private WholeNetwork before = new WholeNetwork();

  private @Nullable List<Observation> opening;

  public Recording() {
    this(DEFAULT_MOST);
  }

  /// @param most observations kept; rounded up to a whole number of chunks of 1,024, and one more
  /// @throws IllegalArgumentException when it is not positive
  public Recording(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a recording of " + most + " observations keeps nothing");
    }
    this.mostChunks = Math.ceilDiv(most, CHUNK);
  }

  public synchronized void add(Observation observation) {
    if (end != null && Clocks.beginsBefore(end, observation)) {
      giveUpAll();
    }
    if (inLatest == CHUNK) {
      full.addLast(latest);
      latest = new Observation[CHUNK];
      inLatest = 0;
      if (full.size() > mostChunks) {
        giveUpOldest();
      }
    }
    latest[inLatest++] = observation;
    if (end == null || observation.at().isAfter(end)) {
      end = observation.at();
    }
  }

  private void giveUpOldest() {
    giveUp(full.removeFirst(), CHUNK);
  }

  private void giveUpAll() {
    while (!full.isEmpty()) {
      giveUpOldest();
    }
    giveUp(latest, inLatest);
    latest = new Observation[CHUNK];
    inLatest = 0;
    end = null;
  }

  private void giveUp(Observation[] oldest, int count) {
    for (int i = 0; i < count; i++) {
      before.note(oldest[i]);
    }
    opening = null;
    dropped += count;
  }

  /// The number of observations kept.
  public synchronized int size() {
    return full.size() * CHUNK + inLatest;
  }

  /// The number of observations dropped.
  public synchronized long dropped() {
    return dropped;
  }

  /// The time of the oldest observation that is kept; null while there is none.
  public synchronized @Nullable Instant start() {
    if (!full.isEmpty()) {
      return full.getFirst()[0].at();
    }
    return inLatest == 0 ? null : latest[0].at();
  }

  /// The latest time of any observation; null while there is none.
  public synchronized @Nullable Instant end() {
    return end;
  }

  /// An immutable copy of what is kept now. Takes some milliseconds.
  public synchronized Recorded snapshot() {
    List<Observation> all = new ArrayList<>(size());
    full.forEach(chunk -> all.addAll(Arrays.asList(chunk)));
    all.addAll(Arrays.asList(latest).subList(0, inLatest));
    if (opening == null) {
      opening = dropped == 0 ? List.of() : before.toObservations();
    }
    return new Recorded(opening, all);
  }

  /// Forgets everything and begins anew.
  public synchronized void clear() {
    full.clear();
    inLatest = 0;
    latest = new Observation[CHUNK];
    dropped = 0;
    end = null;
    before = new WholeNetwork();
    opening = null;
  }
}
