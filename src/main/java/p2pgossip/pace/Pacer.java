package p2pgossip.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.simulation.VirtualTime;

/// Lets a virtual time pass, on a thread of its own, until it is closed. Where the machine cannot
/// keep to the pace, or the user's screen cannot follow, time passes more slowly. Thread-safe; no
/// method waits.
public final class Pacer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);

  /// After a longer pause of the machine, the rest of it is left out.
  private static final Duration LONGEST_STRIDE = Duration.ofMillis(100);

  private static final Duration BETWEEN_STRIDES = Duration.ofMillis(4);

  /// How many tasks run before the pace is looked at again.
  private static final int TASKS = 500;

  private final VirtualTime time;
  private final InstantSource clock;
  private final BooleanSupplier room;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by the lock.
  private Pace pace;
  private boolean closed;

  /// Begins at once.
  ///
  /// @param time that nobody else lets pass
  /// @param clock a real one
  /// @param room whether the watchers can take more; asked often
  public Pacer(VirtualTime time, Pace pace, InstantSource clock, BooleanSupplier room) {
    this.time = time;
    this.pace = pace;
    this.clock = clock;
    this.room = room;
    // Looked at here, so that the time until the thread runs counts too.
    Instant begun = clock.instant();
    Thread.ofPlatform().daemon().name("virtual time").start(() -> run(begun));
  }

  public Pace pace() {
    lock.lock();
    try {
      return pace;
    } finally {
      lock.unlock();
    }
  }

  public void setPace(Pace wanted) {
    lock.lock();
    try {
      pace = wanted;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run(Instant begun) {
    Instant last = begun;
    while (!isClosed()) {
      Instant now = clock.instant();
      Duration stride = Duration.between(last, now);
      last = now;
      try {
        if (room.getAsBoolean()) {
          pass(pace(), stride.compareTo(LONGEST_STRIDE) > 0 ? LONGEST_STRIDE : stride);
        } else {
          rest();
        }
      } catch (RuntimeException e) {
        // One task failed; the others go on.
        LOG.error("A task at {} failed", time.instant(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void pass(Pace now, Duration stride) throws InterruptedException {
    if (Double.isInfinite(now.rate())) {
      Instant next = time.next();
      if (next == null) {
        rest();
      } else {
        time.passUntil(next, TASKS);
      }
      return;
    }
    long nanos = Math.round(stride.toNanos() * now.rate());
    if (nanos > 0) {
      Instant end = time.instant().plusNanos(nanos);
      Instant deadline = clock.instant().plus(LONGEST_STRIDE);
      while (!time.passUntil(end, TASKS)
          && room.getAsBoolean()
          && clock.instant().isBefore(deadline)
          && !isClosed()) {
        // The rest of the stride follows.
      }
    }
    rest();
  }

  private void rest() throws InterruptedException {
    lock.lock();
    try {
      long left = BETWEEN_STRIDES.toNanos();
      while (!closed && left > 0) {
        if (pace.rate() == 0) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// Time stands still from now on, after the task that may be running. Idempotent.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
