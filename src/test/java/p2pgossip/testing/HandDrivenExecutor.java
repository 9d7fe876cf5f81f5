package p2pgossip.testing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Keeps tasks until a test runs them, on the thread of the test. Any thread may hand them in.
public final class HandDrivenExecutor implements Executor {

  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
    }
  }

  /// How many tasks wait.
  public int size() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /// Runs the task that has waited longest.
  public void runNext() {
    Runnable next = next();
    if (next == null) {
      throw new IllegalStateException("no task waits");
    }
    next.run();
  }

  /// Runs all that waits, and what those tasks hand in meanwhile.
  public void runAll() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      return waiting.poll();
    }
  }
}
