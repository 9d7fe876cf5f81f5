package p2pgossip.testing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Keeps tasks until a test runs them, on the test's thread. Any thread may submit tasks.
public final class HandDrivenExecutor implements Executor {

  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
    }
  }

  /// The number of waiting tasks.
  public int size() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /// Takes out the task that has waited longest.
  public Runnable take() {
    Runnable next = next();
    if (next == null) {
      throw new IllegalStateException("no task waits");
    }
    return next;
  }

  /// Runs the task that has waited longest.
  public void runNext() {
    take().run();
  }

  /// Runs all waiting tasks, and those that they submit.
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
