package p2pgossip.net.password;

/// Records which counters of a session were used, since each may be used only once. Requests run
/// concurrently and may overtake one another, so counters up to [#SIZE] behind the highest are
/// still accepted; older ones count as used. Not thread-safe.
final class CounterWindow {

  /// A power of two.
  static final int SIZE = 1_024;

  private final long[] used = new long[SIZE / Long.SIZE];
  private long highest;

  /// Uses a counter, which is 1 or more.
  ///
  /// @return whether it had not been used before
  boolean use(long counter) {
    if (counter < 1 || counter <= highest - SIZE) {
      return false;
    }
    if (counter > highest) {
      forget(counter);
      highest = counter;
    }
    int place = (int) (counter % SIZE);
    long bit = 1L << place;
    boolean fresh = (used[place / Long.SIZE] & bit) == 0;
    used[place / Long.SIZE] |= bit;
    return fresh;
  }

  /// Frees the places of the counters between the highest so far and a new one.
  private void forget(long next) {
    long from = Math.max(highest + 1, next - SIZE + 1);
    for (long counter = from; counter <= next; counter++) {
      int place = (int) (counter % SIZE);
      used[place / Long.SIZE] &= ~(1L << place);
    }
  }
}
