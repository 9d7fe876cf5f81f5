package p2pgossip.population;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Threads that share work which is cut into parts. The result must not depend on which of
/// them does which part, and when. Used by one thread at a time.
final class Crew implements AutoCloseable {

  /// Does a part.
  interface Work {
    /// @param worker the number of the thread, from 0; never on two at the same time
    /// @param part from 0
    void doPart(int worker, int part) throws InterruptedException;
  }

  private final int workers;
  private final @Nullable ExecutorService threads;

  /// @param workers at least 1. A single one works on the thread of the caller
  Crew(int workers) {
    this.workers = workers;
    threads =
        workers == 1
            ? null
            : Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("population-", 1).factory());
  }

  int workers() {
    return workers;
  }

  /// Does all parts.
  void work(int parts, Work work) throws InterruptedException {
    if (threads == null || parts == 1) {
      for (int part = 0; part < parts; part++) {
        work.doPart(0, part);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int worker = 0; worker < Math.min(workers, parts); worker++) {
      int self = worker;
      tasks.add(
          () -> {
            int part = next.getAndIncrement();
            while (part < parts) {
              work.doPart(self, part);
              part = next.getAndIncrement();
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(tasks)) {
      try {
        done.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof InterruptedException) {
          throw new InterruptedException("a part of the work was interrupted");
        }
        throw new IllegalStateException("a part of the work failed", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
