package p2pgossip.topology;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The edges of a network while they are drawn. Not thread-safe.
final class EdgeDraft {

  /// The longest array that every JVM can make.
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final int peers;
  private int[] from;
  private int[] to;
  private int size;

  /// @param expected the number of edges, if known, so that the arrays need not grow
  /// @throws IllegalArgumentException when there is no peer, or an array can't hold as many edges
  EdgeDraft(int peers, long expected) {
    if (peers < 1) {
      throw new IllegalArgumentException(peers + " peers are too few; there must be one or more");
    }
    this.peers = peers;
    from = new int[room(expected)];
    to = new int[from.length];
  }

  /// @param wanted the length of an array
  /// @throws IllegalArgumentException when no array can have this length
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

  /// Whether one of the edges from `first` up to `end` leads to this peer.
  boolean leads(int first, int end, int peer) {
    for (int edge = first; edge < end; edge++) {
      if (to[edge] == peer) {
        return true;
      }
    }
    return false;
  }

  Edges done() {
    return new Edges(from, to, size);
  }

  /// The edges, with one more for each part but the first: it joins the part to the first, between
  /// two peers chosen at random.
  Edges joined(RandomGenerator random) {
    Parts parts = Parts.of(this, peers);
    int first = 0;
    for (int part = 1; part < parts.sizes().length; part++) {
      first += parts.sizes()[part - 1];
      int apart = parts.members()[first + random.nextInt(parts.sizes()[part])];
      add(apart, parts.members()[random.nextInt(parts.sizes()[0])]);
    }
    return done();
  }
}
