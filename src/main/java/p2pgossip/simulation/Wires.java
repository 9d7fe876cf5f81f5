package p2pgossip.simulation;

import java.util.Arrays;
import p2pgossip.topology.Edges;

/// The first neighbours of each peer, by numbers that count from 0. Immutable.
final class Wires {

  /// No peers are connected.
  static final Wires NONE = new Wires(new int[0][]);

  private static final int[] NOBODY = {};

  private final int[][] neighbors;

  private Wires(int[][] neighbors) {
    this.neighbors = neighbors;
  }

  static Wires of(Edges edges, int peers) {
    int[] counts = new int[peers];
    for (int edge = 0; edge < edges.size(); edge++) {
      counts[edges.from(edge)]++;
      counts[edges.to(edge)]++;
    }
    int[][] neighbors = new int[peers][];
    Arrays.setAll(neighbors, peer -> new int[counts[peer]]);
    int[] filled = new int[peers];
    for (int edge = 0; edge < edges.size(); edge++) {
      int from = edges.from(edge);
      int to = edges.to(edge);
      neighbors[from][filled[from]++] = to;
      neighbors[to][filled[to]++] = from;
    }
    return new Wires(neighbors);
  }

  /// The neighbours of a peer, in the order of the edges. The caller must not change the array.
  int[] neighbors(int peer) {
    return peer < neighbors.length ? neighbors[peer] : NOBODY;
  }
}
