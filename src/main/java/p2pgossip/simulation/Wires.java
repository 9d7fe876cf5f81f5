package p2pgossip.simulation;

import java.util.Arrays;
import p2pgossip.topology.Edges;

/// The first neighbours of each peer, by numbers that count from 0. Used by one thread at a time.
final class Wires {

  private static final int[] NOBODY = {};

  private int[][] neighbors;

  private Wires(int[][] neighbors) {
    this.neighbors = neighbors;
  }

  /// No peers are connected.
  static Wires none() {
    return new Wires(new int[0][]);
  }

  static Wires of(Edges edges, int peers) {
    int[] counts = edges.degrees(peers);
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

  /// Connects a peer that has no neighbours yet.
  void add(int peer, int[] others) {
    if (peer >= neighbors.length) {
      int before = neighbors.length;
      neighbors = Arrays.copyOf(neighbors, Math.max(peer + 1, before + before / 2));
      Arrays.fill(neighbors, before, neighbors.length, NOBODY);
    }
    neighbors[peer] = others.clone();
    for (int other : others) {
      int[] its = neighbors[other];
      neighbors[other] = Arrays.copyOf(its, its.length + 1);
      neighbors[other][its.length] = peer;
    }
  }

  /// How many neighbours one of that many peers has on average.
  double mean(int peers) {
    return (double) Arrays.stream(neighbors).mapToLong(its -> its.length).sum() / peers;
  }
}
