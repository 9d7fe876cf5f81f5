package p2pgossip.ui.model;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does something on the FX thread soon after it is asked for, but not more often than once in an
/// interval, however often that is. FX thread only.
final class Throttle {

  private final Executor fxThread;
  private final ScheduledExecutorService timer;
  private final Duration interval;
  private final Runnable action;
  private boolean planned;
  private boolean closed;

  Throttle(Executor fxThread, ScheduledExecutorService timer, Duration interval, Runnable action) {
    this.fxThread = fxThread;
    this.timer = timer;
    this.interval = interval;
    this.action = action;
  }

  /// Does it within the interval.
  void ask() {
    if (!planned && !closed) {
      planned = true;
      var _ =
          timer.schedule(
              () -> fxThread.execute(this::run), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Does it now.
  void now() {
    if (!closed) {
      action.run();
    }
  }

  private void run() {
    planned = false;
    now();
  }

  /// What is asked for is no longer done.
  void close() {
    closed = true;
  }
}
