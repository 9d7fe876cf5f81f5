package p2pgossip.topology;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The edges of a network, in the order in which they were drawn. Peers are numbered from 0. An
/// edge takes eight bytes, in two arrays. Each edge leads from the peer that asks to the peer that
/// is asked; once they are connected, each knows the other. Immutable.
public final class Edges {

  private final int[] from;
  private final int[] to;
  private final int size;

  /// Keeps the arrays up to `size`; the caller must not change them any more.
  Edges(int[] from, int[] to, int size) {
    this.from = from;
    this.to = to;
    this.size = size;
  }

  /// The number of edges.
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

  /// For each peer, how many neighbours it has.
  ///
  /// @param peers the number of peers
  public int[] degrees(int peers) {
    int[] degrees = new int[peers];
    for (int edge = 0; edge < size; edge++) {
      degrees[from[edge]]++;
      degrees[to[edge]]++;
    }
    return degrees;
  }

  /// For each peer, the peers that it connects to when the peers start one after another: the other
  /// ends of its edges that have lower numbers, in the order of the edges. Takes time linear in the
  /// edges.
  ///
  /// @param peers the number of peers
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
