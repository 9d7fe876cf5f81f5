package p2pgossip.ui.model;

import java.time.Duration;
import p2pgossip.ui.beat.Beat;

/// Does something on the FX thread soon after it is asked for, but at most once in an interval. FX
/// thread only.
final class Throttle {

  private final Beat beat;
  private final Duration interval;
  private final Runnable action;
  private boolean planned;
  private boolean closed;

  Throttle(Beat beat, Duration interval, Runnable action) {
    this.beat = beat;
    this.interval = interval;
    this.action = action;
  }

  /// Does it at the first [Beat] after the interval.
  void ask() {
    if (!planned && !closed) {
      planned = true;
      beat.after(interval, this::run);
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

  /// Drops what was asked for.
  void close() {
    closed = true;
  }
}
