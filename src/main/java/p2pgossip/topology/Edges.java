package p2pgossip.topology;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The edges of a network, in the order in which they were drawn: two arrays of peers, counted from 0,
/// so that millions of edges take eight bytes each. Which of the two ends asks makes no difference to
/// who knows whom: once connected, each knows the other. Immutable.
public final class Edges {

  private final int[] from;
  private final int[] to;
  private final int size;

  /// Keeps the arrays, which nobody may change any more, up to `size`.
  Edges(int[] from, int[] to, int size) {
    this.from = from;
    this.to = to;
    this.size = size;
  }

  /// How many there are.
  public int size() {
    return size;
  }

  /// The peer that asks.
  ///
  /// @param edge 0 to `size() - 1`
  public int from(int edge) {
    return from[edge];
  }

  /// The peer that is asked.
  ///
  /// @param edge 0 to `size() - 1`
  public int to(int edge) {
    return to[edge];
  }

  /// Whom each peer connects to when the peers start one after another, in time linear in the edges:
  /// the ends of its edges that start before it, in the order of the edges.
  ///
  /// @param peers how many peers there are
  public int[][] targets(int peers) {
    int[] counts = new int[peers];
    for (int edge = 0; edge < size; edge++) {
      counts[Math.max(from[edge], to[edge])]++;
    }
    int[][] targets = new int[peers][];
    Arrays.setAll(targets, peer -> new int[counts[peer]]);
    int[] filled = new int[peers];
    for (int edge = 0; edge < size; edge++) {
      int later = Math.max(from[edge], to[edge]);
      targets[later][filled[later]++] = Math.min(from[edge], to[edge]);
    }
    return targets;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Edges other
        && Arrays.equals(from, 0, size, other.from, 0, other.size)
        && Arrays.equals(to, 0, size, other.to, 0, other.size);
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int edge = 0; edge < size; edge++) {
      hash = 31 * (31 * hash + from[edge]) + to[edge];
    }
    return hash;
  }
}
