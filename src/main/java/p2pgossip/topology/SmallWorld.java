package p2pgossip.topology;

import java.util.List;
import java.util.random.RandomGenerator;

/// A ring in which each peer is connected with its nearest, and some edges lead elsewhere instead
/// (Watts, Strogatz 1998, "Collective dynamics of 'small-world' networks").
///
/// @param nearest neighbours of each before rewiring, half of them on either side: even, 2 to 100
/// @param rewired the chance of each edge to lead elsewhere, 0 to 1
public record SmallWorld(int nearest, double rewired) implements Topology {

  private static final Count NEAREST = new Count("Nearest", "nearest neighbours", 2, 2, 4);

  private static final Chance REWIRED =
      new Chance(
          "Rewired",
          "a chance of rewiring",
          "The chance of each link to lead anywhere instead of to a near one, 0 to 1",
          0.1);

  static final TopologyForm FORM =
      new TopologyForm(
          "small-world",
          "Small world",
          "A ring of neighbours, and a few long links.",
          List.of(NEAREST, REWIRED),
          values -> new SmallWorld(values.of(NEAREST), values.of(REWIRED)));

  /// @throws IllegalArgumentException when a parameter is out of range
  public SmallWorld {
    NEAREST.require(nearest);
    REWIRED.require(rewired);
  }

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public List<Object> values() {
    return List.of(nearest, rewired);
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    return peers <= nearest + 1
        ? new Complete().edges(peers, random)
        : rewire(peers, nearest / 2, random);
  }

  /// Each peer keeps its end of the edges to its nearest on one side, so the other ends say whether
  /// two peers are connected. Each edge is considered once, the edges to the next peer first.
  ///
  /// @param ahead how many of its nearest each peer has on one side
  private Edges rewire(int peers, int ahead, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, (long) peers * ahead);
    int[] ends = new int[EdgeDraft.room((long) peers * ahead)];
    for (int peer = 0; peer < peers; peer++) {
      for (int lap = 0; lap < ahead; lap++) {
        ends[peer * ahead + lap] = ahead(peer, lap, peers);
      }
    }
    for (int lap = 0; lap < ahead; lap++) {
      for (int peer = 0; peer < peers; peer++) {
        if (random.nextDouble() < rewired) {
          int other = random.nextInt(peers);
          if (other != peer
              && !contains(ends, peer * ahead, ahead, other)
              && !contains(ends, other * ahead, ahead, peer)) {
            ends[peer * ahead + lap] = other;
          }
        }
      }
    }
    // First the unchanged edges, peer by peer; then the rewired ones, lap by lap.
    for (int peer = 0; peer < peers; peer++) {
      for (int lap = 0; lap < ahead; lap++) {
        if (ends[peer * ahead + lap] == ahead(peer, lap, peers)) {
          edges.add(peer, ends[peer * ahead + lap]);
        }
      }
    }
    for (int lap = 0; lap < ahead; lap++) {
      for (int peer = 0; peer < peers; peer++) {
        if (ends[peer * ahead + lap] != ahead(peer, lap, peers)) {
          edges.add(peer, ends[peer * ahead + lap]);
        }
      }
    }
    return edges.joined(random);
  }

  private static int ahead(int peer, int lap, int peers) {
    return (int) ((peer + lap + 1L) % peers);
  }

  private static boolean contains(int[] ends, int first, int count, int end) {
    for (int i = first; i < first + count; i++) {
      if (ends[i] == end) {
        return true;
      }
    }
    return false;
  }
}
