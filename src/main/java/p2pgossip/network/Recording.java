package p2pgossip.network;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps what is seen, up to a bound. Where that is reached, the oldest is given up in chunks, but
/// how the network stood by then is kept, so that what remains can be played from its first moment.
/// Thread-safe; adding takes less than a microsecond, and about a millisecond where a chunk is
/// given up.
public final class Recording {

  /// Observations kept by default; about 60 MB where they are small.
  public static final int DEFAULT_MOST = 300_000;

  private static final int CHUNK = 1_024;

  private final int mostChunks;
  private final Deque<Observation[]> full = new ArrayDeque<>();
  private Observation[] latest = new Observation[CHUNK];
  private int inLatest;
  private long dropped;
  private @Nullable Instant end;

  /// How it stood before the oldest that is kept.
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
    Observation[] oldest = full.removeFirst();
    for (Observation observation : oldest) {
      before.note(observation);
    }
    opening = null;
    dropped += oldest.length;
  }

  /// How many are kept.
  public synchronized int size() {
    return full.size() * CHUNK + inLatest;
  }

  /// How many were given up, because there was no room for them.
  public synchronized long dropped() {
    return dropped;
  }

  /// When the oldest was made that is kept; null while there is none.
  public synchronized @Nullable Instant start() {
    if (!full.isEmpty()) {
      return full.getFirst()[0].at();
    }
    return inLatest == 0 ? null : latest[0].at();
  }

  /// The latest moment of any; null while there is none.
  public synchronized @Nullable Instant end() {
    return end;
  }

  /// What is kept now, not to change any more. Takes some milliseconds.
  public synchronized Recorded snapshot() {
    List<Observation> all = new ArrayList<>(size());
    full.forEach(chunk -> all.addAll(Arrays.asList(chunk)));
    all.addAll(Arrays.asList(latest).subList(0, inLatest));
    if (opening == null) {
      opening = dropped == 0 ? List.of() : before.retold();
    }
    return new Recorded(opening, all);
  }

  /// Forgets all of it and begins anew.
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
