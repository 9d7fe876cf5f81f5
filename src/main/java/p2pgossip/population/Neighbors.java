package p2pgossip.population;

import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Edges;
import p2pgossip.topology.Topology;

/// Which peers are neighbours, counted from 0. The neighbours of a peer are handles, counted
/// from 0, in the order of the peers. Of a complete network nothing is stored; of any other, the
/// neighbours of all peers in one array. Immutable.
public final class Neighbors {

  private static final int[] IMPLICIT = {};

  private final int peers;
  private final int[] begins;
  private final int[] all;

  private Neighbors(int peers, int[] begins, int[] all) {
    this.peers = peers;
    this.begins = begins;
    this.all = all;
  }

  /// All peers are neighbours of one another.
  ///
  /// @param peers at least 1
  public static Neighbors complete(int peers) {
    if (peers < 1) {
      throw new IllegalArgumentException(peers + " peers are too few; there must be one or more");
    }
    return new Neighbors(peers, IMPLICIT, IMPLICIT);
  }

  /// Wires a topology. The same seed gives the same edges as everywhere in the program.
  ///
  /// @throws IllegalArgumentException when the topology does not take that many peers
  public static Neighbors wired(Topology topology, int peers, long seed) {
    if (topology instanceof Complete) {
      return complete(peers);
    }
    topology.requirePeers(peers);
    return of(
        topology.edges(peers, RandomGeneratorFactory.of("L64X128MixRandom").create(seed)), peers);
  }

  /// Both ends of each edge are neighbours of each other.
  public static Neighbors of(Edges edges, int peers) {
    int[] begins = new int[peers + 1];
    for (int edge = 0; edge < edges.size(); edge++) {
      begins[edges.from(edge) + 1]++;
      begins[edges.to(edge) + 1]++;
    }
    for (int peer = 0; peer < peers; peer++) {
      begins[peer + 1] = Math.addExact(begins[peer], begins[peer + 1]);
    }
    int[] all = new int[begins[peers]];
    int[] next = Arrays.copyOf(begins, peers);
    for (int edge = 0; edge < edges.size(); edge++) {
      all[next[edges.from(edge)]++] = edges.to(edge);
      all[next[edges.to(edge)]++] = edges.from(edge);
    }
    for (int peer = 0; peer < peers; peer++) {
      Arrays.sort(all, begins[peer], begins[peer + 1]);
    }
    return new Neighbors(peers, begins, all);
  }

  /// Each peer knows some others, which need not know it.
  ///
  /// @param known for each peer, the others that it knows, in ascending order
  public static Neighbors oneWay(int[][] known) {
    int[] begins = new int[known.length + 1];
    for (int peer = 0; peer < known.length; peer++) {
      begins[peer + 1] = Math.addExact(begins[peer], known[peer].length);
    }
    int[] all = new int[begins[known.length]];
    for (int peer = 0; peer < known.length; peer++) {
      System.arraycopy(known[peer], 0, all, begins[peer], known[peer].length);
    }
    return new Neighbors(known.length, begins, all);
  }

  public int peers() {
    return peers;
  }

  /// Whether all peers are neighbours of one another.
  public boolean isComplete() {
    return begins.length == 0;
  }

  /// The number of neighbours of a peer.
  public int count(int peer) {
    return isComplete() ? peers - 1 : begins[peer + 1] - begins[peer];
  }

  /// A neighbour of a peer.
  ///
  /// @param handle from 0 to below [#count]
  public int neighbor(int peer, int handle) {
    if (isComplete()) {
      return handle < peer ? handle : handle + 1;
    }
    return all[begins[peer] + handle];
  }

  /// The neighbours of a peer, in ascending order, in an array of the caller's own.
  public int[] all(int peer) {
    int[] those = new int[count(peer)];
    Arrays.setAll(those, handle -> neighbor(peer, handle));
    return those;
  }
}
