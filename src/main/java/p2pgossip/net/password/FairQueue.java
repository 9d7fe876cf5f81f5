package p2pgossip.net.password;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Source;

/// Work caused by strangers, done one piece at a time on a borrowed thread, and fairly by source:
/// the sources take turns. Bounded. Thread-safe.
public final class FairQueue {

  /// Pieces that wait, of one source and in all.
  static final int MOST_OF_SOURCE = 32;

  static final int MOST = 128;

  private final Executor executor;

  // Guarded by this. The source whose turn is next comes first.
  private final SequencedMap<Source, Deque<Runnable>> bySource = new LinkedHashMap<>();
  private int waiting;
  private boolean working;

  /// @param executor provides a thread for as long as there is work
  public FairQueue(Executor executor) {
    this.executor = executor;
  }

  /// @return whether it will be done; false if too much is waiting
  public boolean add(Source source, Runnable work) {
    synchronized (this) {
      Deque<Runnable> own = bySource.get(source);
      if (waiting >= MOST || (own != null && own.size() >= MOST_OF_SOURCE)) {
        return false;
      }
      bySource.computeIfAbsent(source, _ -> new ArrayDeque<>()).addLast(work);
      waiting++;
      if (working) {
        return true;
      }
      working = true;
    }
    executor.execute(this::work);
    return true;
  }

  private void work() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    var turn = bySource.pollFirstEntry();
    if (turn == null) {
      working = false;
      return null;
    }
    Runnable next = turn.getValue().removeFirst();
    waiting--;
    if (!turn.getValue().isEmpty()) {
      bySource.putLast(turn.getKey(), turn.getValue());
    }
    return next;
  }
}
