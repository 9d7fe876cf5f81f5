package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// A grid without a border: each row and each column is a ring.
///
/// Rows and columns are those of [Grid]. If the last row is shorter, it is a ring of its own
/// length, and the columns that it does not reach are rings without it. A ring of two is one edge.
public record Torus() implements Topology {

  static final TopologyForm FORM =
      new TopologyForm(
          "torus",
          "Torus",
          "A grid without a border: each row and each column is a ring.",
          new Torus());

  /// In the picture, the distance from the middle to the middle of the tube, and the tube's radius.
  private static final double RADIUS = 0.34;

  private static final double TUBE = 0.16;

  /// The tilt of the picture in radians. From above, the tube would hide its lower side.
  private static final double TILT = 0.7;

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, 2L * peers);
    int columns = Grid.columns(peers);
    for (int peer = 0; peer < peers; peer++) {
      int column = peer % columns;
      int rowStart = peer - column;
      addNext(edges, peer, 1, rowStart, Math.min(peers, rowStart + columns));
      addNext(edges, peer, columns, column, peers);
    }
    return edges.done();
  }

  /// Connects a peer to the next of its ring, whose peers are `step` apart, from `first` to below
  /// `end`.
  private static void addNext(EdgeDraft edges, int peer, int step, int first, int end) {
    if (end - step > peer) {
      edges.add(peer, peer + step);
    } else if (peer - first > step) {
      edges.add(peer, first);
    }
  }

  /// Each row goes around the hole, each column around the tube.
  @Override
  public Places places(int peers, Edges edges) {
    int columns = Grid.columns(peers);
    int rows = Math.ceilDiv(peers, columns);
    double[] x = new double[peers];
    double[] y = new double[peers];
    for (int peer = 0; peer < peers; peer++) {
      int column = peer % columns;
      int row = peer / columns;
      double round = 2 * Math.PI * column / columns + Math.PI / 2;
      double tube = 2 * Math.PI * row / rows;
      double distance = RADIUS + TUBE * Math.cos(tube);
      x[peer] = 0.5 + distance * Math.cos(round);
      y[peer] =
          0.5
              + distance * Math.sin(round) * Math.cos(TILT)
              - TUBE * Math.sin(tube) * Math.sin(TILT);
    }
    return new Places(x, y);
  }

  @Override
  public boolean standsInRows() {
    return true;
  }
}
