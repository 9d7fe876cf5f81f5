package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps the time of the next period. A period that was missed is skipped, not made up.
final class Periods {

  private Instant next;
  private @Nullable Instant last;
  private long count;

  Periods(Instant first) {
    this.next = first;
  }

  /// Starts to count from the beginning.
  void start(Instant first) {
    next = first;
    last = null;
    count = 0;
  }

  Instant next() {
    return next;
  }

  /// The number of periods that have begun.
  long count() {
    return count;
  }

  boolean isDue(Instant now) {
    return !next.isAfter(now);
  }

  /// Begins a period and plans the next one at a whole number of periods after it was due.
  void begin(Instant now, Duration period) {
    count++;
    last = now;
    long late = Duration.between(next, now).toNanos();
    long whole = period.toNanos();
    next = next.plusNanos((Math.max(late, 0) / whole + 1) * whole);
  }

  /// Begins a period early. The next one follows a whole period later.
  void beginEarly(Instant now, Duration period) {
    count++;
    last = now;
    next = now.plus(period);
  }

  /// Moves the next period after the length of a period has changed or a pause has ended, as if the
  /// last one had begun with the new length, but not before now.
  void retime(Instant now, Duration period) {
    if (last != null) {
      Instant planned = last.plus(period);
      next = planned.isBefore(now) ? now : planned;
    }
  }

  /// Begins the first period now, if it has not begun yet.
  void hasten(Instant now) {
    if (count == 0 && next.isAfter(now)) {
      next = now;
    }
  }
}
