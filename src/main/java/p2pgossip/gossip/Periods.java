package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;

/// Keeps the time of the next period. A period that was missed is skipped, not made up.
final class Periods {

  /// As [Nanos] tells them.
  private long next;

  private long last = Nanos.NONE;
  private long count;

  Periods(Instant first) {
    this.next = Nanos.of(first);
  }

  /// Starts to count from the beginning.
  void start(Instant first) {
    next = Nanos.of(first);
    last = Nanos.NONE;
    count = 0;
  }

  /// When the next period is due, as [Nanos] tells it.
  long next() {
    return next;
  }

  /// The number of periods that have begun.
  long count() {
    return count;
  }

  boolean isDue(Instant now) {
    return next <= Nanos.of(now);
  }

  /// Begins a period and plans the next one at a whole number of periods after it was due.
  void begin(Instant now, Duration period) {
    count++;
    last = Nanos.of(now);
    long late = last - next;
    long whole = period.toNanos();
    next += (Math.max(late, 0) / whole + 1) * whole;
  }

  /// Begins a period early. The next one follows a whole period later.
  void beginEarly(Instant now, Duration period) {
    count++;
    last = Nanos.of(now);
    next = last + period.toNanos();
  }

  /// Moves the next period after the length of a period has changed or a pause has ended, as if the
  /// last one had begun with the new length, but not before now.
  void retime(Instant now, Duration period) {
    if (last != Nanos.NONE) {
      next = Math.max(last + period.toNanos(), Nanos.of(now));
    }
  }

  /// Begins the first period now, if it has not begun yet.
  void hasten(Instant now) {
    if (count == 0) {
      next = Math.min(next, Nanos.of(now));
    }
  }
}
