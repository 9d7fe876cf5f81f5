package p2pgossip.population;

/// The counter-based generator Philox4x32-10: Salmon, Moraes, Dror and Shaw 2011, "Parallel random
/// numbers: as easy as 1, 2, 3", section 3.3. Four numbers that look random are a function of four
/// counters and two keys, so that any of them can be had without those before it.
final class Philox {

  static final long FIRST_FACTOR = 0xD2511F53L;
  static final long SECOND_FACTOR = 0xCD9E8D57L;

  /// The golden ratio and the root of three less one, by which the keys grow.
  static final int FIRST_STEP = 0x9E3779B9;

  static final int SECOND_STEP = 0xBB67AE85;
  static final int ROUNDS = 10;
  private static final long LOW = 0xFFFF_FFFFL;

  private Philox() {}

  /// Writes the four numbers that belong to the counters.
  ///
  /// @param to where they are written
  /// @param at the place of the first
  static void write(
      int key, int otherKey, int first, int second, int third, int fourth, int[] to, int at) {
    for (int round = 0; round < ROUNDS; round++) {
      long one = (first & LOW) * FIRST_FACTOR;
      long other = (third & LOW) * SECOND_FACTOR;
      first = (int) (other >>> 32) ^ second ^ key;
      second = (int) other;
      third = (int) (one >>> 32) ^ fourth ^ otherKey;
      fourth = (int) one;
      key += FIRST_STEP;
      otherKey += SECOND_STEP;
    }
    to[at] = first;
    to[at + 1] = second;
    to[at + 2] = third;
    to[at + 3] = fourth;
  }
}
