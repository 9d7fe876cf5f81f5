package p2pgossip.net.password;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Source;

/// The sessions of the callers of one peer. A session ends [#LIFE] after it began, or [#UNUSED]
/// after its last request. If there are too many, of one source or in all, the least recently used
/// one gives way. Thread-safe.
public final class AcceptedSessions {

  /// After this time the caller must introduce itself anew.
  public static final Duration LIFE = Duration.ofHours(12);

  /// After this time a session without a request is forgotten.
  public static final Duration UNUSED = Duration.ofHours(1);

  /// At a time.
  public static final int MOST = 4_096;

  /// At a time; enough for all peers of one machine.
  public static final int MOST_OF_SOURCE = 2_048;

  private final LongSupplier nanos;

  // Guarded by this. The least recently used first.
  private final SequencedMap<String, Kept> byName = new LinkedHashMap<>();

  private record Kept(CalledSession session, long begun, long used) {}

  /// @param nanos a clock that never goes backwards
  AcceptedSessions(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void add(CalledSession session) {
    long now = nanos.getAsLong();
    forgetOld(now);
    makeRoom(session.source());
    byName.putLast(session.name(), new Kept(session, now, now));
  }

  private void makeRoom(Source source) {
    boolean full = byName.size() >= MOST;
    long same =
        byName.values().stream().filter(kept -> kept.session().source().equals(source)).count();
    if (!full && same < MOST_OF_SOURCE) {
      return;
    }
    Iterator<Kept> oldestFirst = byName.values().iterator();
    while (oldestFirst.hasNext()) {
      CalledSession oldest = oldestFirst.next().session();
      if (same < MOST_OF_SOURCE || oldest.source().equals(source)) {
        oldestFirst.remove();
        oldest.end();
        return;
      }
    }
  }

  /// The session with a name, which counts as used now; null if there is none.
  synchronized @Nullable CalledSession find(String name) {
    Kept kept = byName.remove(name);
    if (kept == null) {
      return null;
    }
    long now = nanos.getAsLong();
    if (isOld(kept, now)) {
      kept.session().end();
      return null;
    }
    byName.putLast(name, new Kept(kept.session(), kept.begun(), now));
    return kept.session();
  }

  private void forgetOld(long now) {
    byName
        .values()
        .removeIf(
            kept -> {
              boolean old = isOld(kept, now);
              if (old) {
                kept.session().end();
              }
              return old;
            });
  }

  private static boolean isOld(Kept kept, long now) {
    return now - kept.begun() >= LIFE.toNanos() || now - kept.used() >= UNUSED.toNanos();
  }

  /// Ends all sessions.
  synchronized void clear() {
    for (Map.Entry<String, Kept> entry : byName.entrySet()) {
      entry.getValue().session().end();
    }
    byName.clear();
  }

  synchronized int size() {
    return byName.size();
  }
}
