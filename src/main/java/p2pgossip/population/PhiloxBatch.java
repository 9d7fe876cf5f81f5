package p2pgossip.population;

/// The numbers of [Philox] for the same draw of many neighbouring peers at once. They are computed
/// one round of the generator after the other for all blocks, in loops over plain arrays, which the
/// JVM turns into instructions that work on several blocks. Used by one thread at a time.
final class PhiloxBatch {

  /// The peers whose numbers are made together.
  static final int PEERS = 1_024;

  private static final int PEERS_IN_A_BLOCK = 4;
  static final int BLOCKS = PEERS / PEERS_IN_A_BLOCK;
  private static final long LOW = 0xFFFF_FFFFL;

  private final long[] first = new long[BLOCKS];
  private final long[] second = new long[BLOCKS];
  private final long[] third = new long[BLOCKS];
  private final long[] fourth = new long[BLOCKS];
  private final int[] numbers = new int[PEERS];

  /// Makes the numbers, one for each of [#PEERS] peers.
  ///
  /// @param draw the first counter of all blocks
  /// @param firstBlock the second counter of the first block
  void write(int key, int otherKey, int draw, int firstBlock, int round, int run) {
    for (int block = 0; block < BLOCKS; block++) {
      first[block] = draw & LOW;
      second[block] = firstBlock + block & LOW;
      third[block] = round;
      fourth[block] = run;
    }
    int oneKey = key;
    int theOther = otherKey;
    for (int turn = 0; turn < Philox.ROUNDS; turn++) {
      turn(oneKey & LOW, theOther & LOW);
      oneKey += Philox.FIRST_STEP;
      theOther += Philox.SECOND_STEP;
    }
    for (int block = 0; block < BLOCKS; block++) {
      numbers[block] = (int) first[block];
      numbers[BLOCKS + block] = (int) second[block];
      numbers[2 * BLOCKS + block] = (int) third[block];
      numbers[3 * BLOCKS + block] = (int) fourth[block];
    }
  }

  private void turn(long key, long otherKey) {
    long[] a = first;
    long[] b = second;
    long[] c = third;
    long[] d = fourth;
    for (int block = 0; block < BLOCKS; block++) {
      long one = (a[block] & LOW) * Philox.FIRST_FACTOR;
      long other = (c[block] & LOW) * Philox.SECOND_FACTOR;
      a[block] = (other >>> 32) ^ b[block] ^ key;
      b[block] = other & LOW;
      c[block] = (one >>> 32) ^ d[block] ^ otherKey;
      d[block] = one & LOW;
    }
  }

  /// The numbers that were made last: those of the first peers of all blocks, then those of all
  /// the second ones, and so on. The array is the same on each call.
  int[] numbers() {
    return numbers;
  }
}
