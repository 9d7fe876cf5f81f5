package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The start times of a peer's latest periods, to count the periods between two moments.
final class PeriodLog {

  /// For a rumour that takes more periods, they are computed from the period's length.
  private static final int KEPT = 256;

  private @Nullable Instant[] starts = new Instant[8];
  private boolean shared;

  /// How many have begun in all; the start times of the last `kept` of them are known.
  private long count;

  private int kept;

  /// When `count` had been reached, if no start is known.
  private @Nullable Instant resumed;

  PeriodLog copy() {
    PeriodLog copy = new PeriodLog();
    shared = true;
    copy.starts = starts;
    copy.shared = true;
    copy.count = count;
    copy.kept = kept;
    copy.resumed = resumed;
    return copy;
  }

  long count() {
    return count;
  }

  /// A period began.
  void began(Instant at, long number) {
    if (number != count + 1) {
      kept = 0;
    }
    if (kept == starts.length && kept < KEPT) {
      grow();
    } else if (shared) {
      starts = starts.clone();
      shared = false;
    }
    count = number;
    kept = Math.min(kept + 1, starts.length);
    starts[slot(number)] = at;
  }

  private void grow() {
    @Nullable Instant[] grown = new Instant[starts.length * 2];
    for (long number = count - kept + 1; number <= count; number++) {
      grown[(int) Math.floorMod(number, (long) grown.length)] = starts[slot(number)];
    }
    starts = grown;
    shared = false;
  }

  /// This many have begun by `at`, whatever was seen of them.
  void resume(long newCount, Instant at) {
    if (newCount != count || kept == 0) {
      count = newCount;
      kept = 0;
      resumed = at;
    }
  }

  void clear() {
    if (!shared) {
      Arrays.fill(starts, null);
    }
    count = 0;
    kept = 0;
    resumed = null;
  }

  /// Reports the latest starts, the oldest first.
  void forEachStart(int most, BiConsumer<Instant, Long> told) {
    for (long number = count - Math.min(kept, most) + 1; number <= count; number++) {
      Instant start = starts[slot(number)];
      if (start != null) {
        told.accept(start, number);
      }
    }
  }

  /// How many periods began after `from` and not after `to`.
  ///
  /// @param length of a period, used where no start was seen; null if it is not known
  long between(Instant from, Instant to, @Nullable Duration length) {
    return Math.max(0, begunBy(to, length) - begunBy(from, length));
  }

  /// How many had begun by `moment`, between 0 and [#count()].
  long begunBy(Instant moment, @Nullable Duration length) {
    Instant oldest = kept == 0 ? resumed : null;
    for (long number = count; number > count - kept; number--) {
      Instant start = starts[slot(number)];
      if (start == null || !start.isAfter(moment)) {
        return number;
      }
      oldest = start;
    }
    long unseen = count - kept;
    if (oldest == null || !moment.isBefore(oldest) || length == null || length.isZero()) {
      return unseen;
    }
    return Math.max(0, unseen - Duration.between(moment, oldest).dividedBy(length));
  }

  private int slot(long number) {
    return (int) Math.floorMod(number, (long) starts.length);
  }
}
