package p2pgossip.population;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// A bit for each peer, 64 to a word.
final class Bits {

  static final int IN_A_WORD = Long.SIZE;
  static final long[] NONE = {};

  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  private Bits() {}

  /// The number of words that hold that many bits.
  static int words(int bits) {
    return (bits + IN_A_WORD - 1) / IN_A_WORD;
  }

  static boolean get(long[] words, int bit) {
    return (words[bit >>> 6] >>> bit & 1) != 0;
  }

  static void set(long[] words, int bit) {
    words[bit >>> 6] |= 1L << bit;
  }

  static void clear(long[] words, int bit) {
    words[bit >>> 6] &= ~(1L << bit);
  }

  /// Sets a bit of a word that other threads may be changing. Most bits are set already, which is
  /// found out without a lock on the bus.
  static void setShared(long[] words, int bit) {
    if (!get(words, bit)) {
      long _ = (long) WORDS.getAndBitwiseOr(words, bit >>> 6, 1L << bit);
    }
  }

  /// Lowers a number that other threads may be lowering.
  static void lowerShared(long[] numbers, int at, long to) {
    long now = (long) WORDS.getVolatile(numbers, at);
    while (to < now) {
      long before = (long) WORDS.compareAndExchange(numbers, at, now, to);
      if (before == now) {
        return;
      }
      now = before;
    }
  }

  /// Sets the first bits.
  static void fill(long[] words, int bits) {
    Arrays.fill(words, -1L);
    if (bits % IN_A_WORD != 0) {
      words[words.length - 1] = (1L << bits) - 1;
    }
  }
}
