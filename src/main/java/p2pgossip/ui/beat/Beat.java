package p2pgossip.ui.beat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The beat in which all windows follow what happens outside the FX thread. Everything that waits
/// for a beat is done in one go and so drawn in one frame, since a frame costs some ten changes
/// between threads however little it draws. While nothing waits, no thread wakes up.
///
/// Thread-safe.
public final class Beat {

  /// About 16 beats a second: smooth enough for a moving dot, at a quarter of the cost of the
  /// screen's own frames.
  public static final Duration INTERVAL = Duration.ofMillis(60);

  private static final long HALF_NANOS = INTERVAL.toNanos() / 2;

  private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

  private final Executor fxThread;
  private final ScheduledExecutorService timer;
  private final LongSupplier nanoTime;

  /// What waits, by the number of its half beat. Whole beats have even numbers.
  private final Map<Long, List<Runnable>> waiting = new HashMap<>();

  public Beat(Executor fxThread, ScheduledExecutorService timer) {
    this(fxThread, timer, System::nanoTime);
  }

  Beat(Executor fxThread, ScheduledExecutorService timer, LongSupplier nanoTime) {
    this.fxThread = fxThread;
    this.timer = timer;
    this.nanoTime = nanoTime;
  }

  /// Does something at the next beat, unless the timer has ended by then.
  public void next(Runnable task) {
    after(Duration.ZERO, task);
  }

  /// Does something at the first beat after a delay.
  public void after(Duration delay, Runnable task) {
    long now = nanoTime.getAsLong();
    plan(2 * (Math.floorDiv(now + delay.toNanos(), 2 * HALF_NANOS) + 1), now, task);
  }

  /// Does something repeatedly, with at least the given time in between, until the timer ends. If
  /// it fails once, it is still done the next time.
  public void every(Duration pause, Runnable task) {
    after(
        pause,
        () -> {
          // First, so that it is done again even if it fails now.
          every(pause, task);
          task.run();
        });
  }

  /// Does something at the next half beat: for what is worth twice the frames.
  public void sooner(Runnable task) {
    long now = nanoTime.getAsLong();
    plan(Math.floorDiv(now, HALF_NANOS) + 1, now, task);
  }

  private synchronized void plan(long number, long now, Runnable task) {
    List<Runnable> together = waiting.get(number);
    if (together != null) {
      together.add(task);
      return;
    }
    try {
      var _ =
          timer.schedule(
              () -> fxThread.execute(() -> strike(number)),
              number * HALF_NANOS - now,
              TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("The program is ending; what happens now is not shown", e);
      return;
    }
    waiting.put(number, new ArrayList<>(List.of(task)));
  }

  private void strike(long number) {
    List<Runnable> due;
    synchronized (this) {
      due = waiting.remove(number);
    }
    if (due == null) {
      throw new IllegalStateException("beat " + number + " comes a second time");
    }
    for (Runnable task : due) {
      try {
        task.run();
      } catch (RuntimeException e) {
        // A task that fails must not keep the others from running.
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }
}
