package p2pgossip.testing;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A timer that keeps tasks until a test says that their time has come. Any thread may submit
/// tasks.
public final class HandDrivenTimer extends AbstractExecutorService
    implements ScheduledExecutorService {

  private final Queue<Entry<?>> planned = new ConcurrentLinkedQueue<>();

  /// The number of waiting tasks that are not cancelled.
  public int planned() {
    return (int) planned.stream().filter(entry -> !entry.isCancelled()).count();
  }

  /// The delay of the first waiting task.
  public Duration delay() {
    return Duration.ofNanos(planned.element().getDelay(TimeUnit.NANOSECONDS));
  }

  /// Runs all tasks that wait now.
  public void elapse() {
    for (int left = planned.size(); left > 0; left--) {
      planned.remove().run();
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    Entry<Void> entry = new Entry<>(task, unit.toNanos(delay));
    planned.add(entry);
    return entry;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void execute(Runnable task) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void shutdown() {
    planned.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }

  private static final class Entry<V> extends FutureTask<V> implements ScheduledFuture<V> {

    private final long nanos;

    private Entry(Runnable task, long nanos) {
      super(task, null);
      this.nanos = nanos;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(nanos, other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
