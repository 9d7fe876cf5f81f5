package p2pgossip.theory;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Flooding on a connected graph in rounds in step: Lynch 1996, "Distributed algorithms", section
/// 4.1. It takes as many rounds as there are steps to the farthest peer.
///
/// @param rounds the eccentricity of the source
/// @param reached the peers in the part of the source
public record Flooding(int rounds, int reached) {

  /// @param neighbors of each peer
  public static Flooding from(int source, int peers, IntFunction<int[]> neighbors) {
    int[] distances = new int[peers];
    Arrays.fill(distances, -1);
    distances[source] = 0;
    Queue<Integer> open = new ArrayDeque<>();
    open.add(source);
    int reached = 0;
    int farthest = 0;
    while (!open.isEmpty()) {
      int peer = open.remove();
      reached++;
      farthest = distances[peer];
      for (int neighbor : neighbors.apply(peer)) {
        if (distances[neighbor] < 0) {
          distances[neighbor] = distances[peer] + 1;
          open.add(neighbor);
        }
      }
    }
    return new Flooding(farthest, reached);
  }

  /// The peers that are reached after each round from 0 on.
  ///
  /// @param neighbors of each peer
  public static int[] curve(int source, int peers, IntFunction<int[]> neighbors) {
    boolean[] reached = new boolean[peers];
    reached[source] = true;
    int[] front = {source};
    int[] curve = {1};
    while (true) {
      IntStream.Builder next = IntStream.builder();
      for (int peer : front) {
        for (int neighbor : neighbors.apply(peer)) {
          if (!reached[neighbor]) {
            reached[neighbor] = true;
            next.add(neighbor);
          }
        }
      }
      front = next.build().toArray();
      if (front.length == 0) {
        return curve;
      }
      curve = Arrays.copyOf(curve, curve.length + 1);
      curve[curve.length - 1] = curve[curve.length - 2] + front.length;
    }
  }

  /// The copies, if no two cross on an edge: each peer passes it on to all its neighbours but the
  /// one that it came from.
  ///
  /// @param edges between the peers that are reached
  public long copies(long edges) {
    return 2 * edges - (reached - 1);
  }
}
