package p2pgossip.net;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The thread for the arithmetic of the client's introductions, separate from that of introductions
/// by callers, so that strangers can't delay this process's own calls; and the client's timer. Both
/// are daemons.
final class CallingThreads implements AutoCloseable {

  private static final long IDLE_SECONDS = 10;

  /// More than are ever in progress at once.
  private static final int MOST = 4_096;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("p2pgossip-client-timer").factory());
  private final ThreadPoolExecutor arithmetic =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST),
          Thread.ofPlatform().daemon().name("p2pgossip-introductions").factory());

  CallingThreads() {
    timer.setRemoveOnCancelPolicy(true);
    arithmetic.allowCoreThreadTimeOut(true);
  }

  ScheduledThreadPoolExecutor timer() {
    return timer;
  }

  /// @throws java.util.concurrent.RejectedExecutionException when the client is closing, or too
  ///     much waits
  void work(Runnable work) {
    arithmetic.execute(work);
  }

  /// @throws java.util.concurrent.RejectedExecutionException when the client is closing
  void later(Duration delay, Runnable work) {
    var _ = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    arithmetic.shutdownNow();
  }
}
