package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A clock that moves when it is told to, with tasks that it runs when they are due. Tasks of the
/// same moment run in the order in which they were scheduled.
///
/// One thread at a time lets it pass. Each task runs under a lock, so that other threads can look
/// at what the tasks change, and change it, between two of them. The lock is given up between two
/// tasks if another thread waits for it.
public final class VirtualTime implements InstantSource {

  /// When a time begins unless something else is said.
  public static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private static final long NANOS = 1_000_000_000;

  /// A task that is planned for later is never due.
  private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 1;

  private final Instant start;

  /// Fair, so that a simulation that runs as fast as it can keeps nobody waiting for long.
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Queue<Runnable> soon = new ConcurrentLinkedQueue<>();

  // Guarded by the lock.
  private final JobQueue jobs = new JobQueue();
  private long serial;

  /// Written with the lock held.
  private volatile Instant now;

  /// Begins at [#START].
  public VirtualTime() {
    this(START);
  }

  public VirtualTime(Instant start) {
    this.start = start;
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Lets time pass and runs the tasks that become due.
  public void pass(Duration time) {
    passUntil(now.plus(time), Integer.MAX_VALUE);
  }

  /// Lets time pass up to a moment, and runs the tasks that become due, as long as there are not
  /// too many of them.
  ///
  /// @param most how many tasks are run
  /// @return whether the moment has come
  public boolean passUntil(Instant end, int most) {
    int count = 0;
    while (count < most) {
      lock.lock();
      try {
        do {
          if (!runNext(end)) {
            return true;
          }
          count++;
        } while (count < most && !lock.hasQueuedThreads());
      } finally {
        lock.unlock();
      }
    }
    return false;
  }

  /// Called with the lock held.
  ///
  /// @return whether a task was due
  private boolean runNext(Instant end) {
    for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
    if (jobs.isEmpty() || jobs.firstTime() > nanos(end)) {
      now = end;
      return false;
    }
    now = moment(jobs.firstTime());
    jobs.removeFirst().run();
    return true;
  }

  /// When the next task is due; null where there is none.
  public @Nullable Instant next() {
    return locked(() -> jobs.isEmpty() ? null : moment(jobs.firstTime()));
  }

  /// Guards all that the tasks change.
  Lock lock() {
    return lock;
  }

  /// Does something between two tasks.
  <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /// Does something between two tasks.
  void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /// Does something now, or before the next task if a task is running on another thread. Never
  /// waits.
  void soon(Runnable action) {
    if (lock.tryLock()) {
      try {
        action.run();
      } finally {
        lock.unlock();
      }
    } else {
      soon.add(action);
    }
  }

  void after(Duration pause, Runnable work) {
    at(now.plus(pause), work);
  }

  /// @param moment not before now
  void at(Instant moment, Runnable work) {
    lock.lock();
    try {
      jobs.add(nanos(moment.isBefore(now) ? now : moment), serial++, work);
    } finally {
      lock.unlock();
    }
  }

  /// The nanoseconds from the start to a moment.
  private long nanos(Instant moment) {
    long seconds = Math.min(MOST_SECONDS, moment.getEpochSecond() - start.getEpochSecond());
    return seconds * NANOS + moment.getNano() - start.getNano();
  }

  private Instant moment(long nanos) {
    return start.plusNanos(nanos);
  }
}
