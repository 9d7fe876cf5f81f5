package p2pgossip.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Counts how often the password was guessed wrong from each address, slows down who does, and turns him
/// away in the end. Bounded: the address that has been quiet for the longest gives way. Thread-safe.
final class WrongTries {

  /// After so many wrong tries, each less than [#MEMORY] after the one before, no more are taken.
  static final int MOST = 5;

  /// For so long after a wrong try it is remembered.
  static final Duration MEMORY = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int BOUND = 1_024;

  private record Tries(int count, long last) {}

  private final LongSupplier nanos;

  // Guarded by this.
  private final SequencedMap<InetAddress, Tries> bySource = new LinkedHashMap<>();

  /// @param nanos a clock that never goes backwards
  WrongTries(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// How long no more tries are taken from there; zero while they are.
  synchronized Duration turnedAwayFor(InetAddress source) {
    Tries tries = recent(source);
    return tries == null || tries.count() < MOST
        ? Duration.ZERO
        : MEMORY.minusNanos(nanos.getAsLong() - tries.last());
  }

  /// Takes note of a wrong try.
  ///
  /// @return how long its answer is to be held back: 0.25 s at first, each time twice as long
  synchronized Duration add(InetAddress source) {
    Tries before = recent(source);
    int count = before == null ? 1 : before.count() + 1;
    bySource.putLast(source, new Tries(count, nanos.getAsLong()));
    if (bySource.size() > BOUND) {
      bySource.pollFirstEntry();
    }
    return FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, MOST - 1));
  }

  private @Nullable Tries recent(InetAddress source) {
    Tries tries = bySource.get(source);
    if (tries != null && nanos.getAsLong() - tries.last() >= MEMORY.toNanos()) {
      bySource.remove(source);
      return null;
    }
    return tries;
  }

  /// The password has changed: what was wrong may be right now.
  synchronized void forget() {
    bySource.clear();
  }
}
