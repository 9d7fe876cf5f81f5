package p2pgossip.topology;

import java.util.Arrays;

/// Edges while they are drawn. Not thread-safe.
final class EdgeDraft {

  /// The longest array that every JVM can make.
  private static final int MOST = Integer.MAX_VALUE - 8;

  private int[] from;
  private int[] to;
  private int size;

  /// @param expected how many edges there are to be, so that the arrays need not grow
  /// @throws IllegalArgumentException when an array can't hold as many
  EdgeDraft(long expected) {
    from = new int[room(expected)];
    to = new int[from.length];
  }

  /// @param wanted the length of an array
  /// @throws IllegalArgumentException when no array can be as long
  static int room(long wanted) {
    if (wanted > MOST) {
      throw new IllegalArgumentException(
          "the network is too large: it takes an array of %s numbers, and none can have more than %s"
              .formatted(wanted, MOST));
    }
    return (int) wanted;
  }

  void add(int one, int other) {
    if (size == from.length) {
      int grown = (int) Math.min(MOST, size + (size >> 1) + 16L);
      from = Arrays.copyOf(from, grown);
      to = Arrays.copyOf(to, grown);
    }
    from[size] = one;
    to[size] = other;
    size++;
  }

  int size() {
    return size;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  Edges done() {
    return new Edges(from, to, size);
  }
}
