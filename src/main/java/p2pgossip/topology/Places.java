package p2pgossip.topology;

/// The places of the peers in a picture of a topology. Both coordinates range from 0 to 1, from the
/// left and from the top. Immutable.
public final class Places {

  private final double[] x;
  private final double[] y;

  /// Keeps the arrays; the caller must not change them any more.
  ///
  /// @param x for each peer, from 0 at the left to 1
  /// @param y likewise, from the top
  Places(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  public int size() {
    return x.length;
  }

  public double x(int peer) {
    return x[peer];
  }

  public double y(int peer) {
    return y[peer];
  }

  /// All peers on a circle, clockwise from the top.
  static Places circle(int peers) {
    Places places = new Places(new double[peers], new double[peers]);
    places.putOnCircle(0, 0.5);
    return places;
  }

  /// The first peer in the middle, the others on a circle around it.
  static Places star(int peers) {
    Places places = new Places(new double[peers], new double[peers]);
    places.x[0] = 0.5;
    places.y[0] = 0.5;
    places.putOnCircle(1, 0.5);
    return places;
  }

  private void putOnCircle(int first, double radius) {
    int count = x.length - first;
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count - Math.PI / 2;
      x[first + i] = 0.5 + radius * Math.cos(angle);
      y[first + i] = 0.5 + radius * Math.sin(angle);
    }
  }

  /// Row by row.
  static Places rows(int peers, int columns) {
    int rows = Math.ceilDiv(peers, columns);
    double[] x = new double[peers];
    double[] y = new double[peers];
    for (int peer = 0; peer < peers; peer++) {
      x[peer] = share(peer % columns, columns);
      y[peer] = share(peer / columns, rows);
    }
    return new Places(x, y);
  }

  /// Row by row, every second row from right to left, so that consecutive peers are side by side.
  static Places serpentine(int peers) {
    int columns = Math.max(2, (int) Math.ceil(Math.sqrt(peers)));
    Places places = rows(peers, columns);
    for (int peer = 0; peer < peers; peer++) {
      if (peer / columns % 2 != 0) {
        places.x[peer] = share(columns - 1 - peer % columns, columns);
      }
    }
    return places;
  }

  /// A row for each distance from the first peer. Each peer but the first must have an edge to an
  /// earlier one.
  static Places layers(int peers, Edges edges) {
    int[] depth = new int[peers];
    int deepest = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      int lower = Math.max(edges.from(edge), edges.to(edge));
      depth[lower] = depth[Math.min(edges.from(edge), edges.to(edge))] + 1;
      deepest = Math.max(deepest, depth[lower]);
    }
    int[] inRow = new int[deepest + 1];
    for (int each : depth) {
      inRow[each]++;
    }
    int[] placed = new int[deepest + 1];
    double[] x = new double[peers];
    double[] y = new double[peers];
    for (int peer = 0; peer < peers; peer++) {
      x[peer] = (placed[depth[peer]]++ + 0.5) / inRow[depth[peer]];
      y[peer] = share(depth[peer], deepest + 1);
    }
    return new Places(x, y);
  }

  /// The coordinate of the place at `index` among `count` in a row.
  private static double share(int index, int count) {
    return count <= 1 ? 0.5 : (double) index / (count - 1);
  }
}
