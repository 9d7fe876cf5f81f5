package p2pgossip.topology;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/// Places peers by forces: all repel one another, and edges pull their ends together (Fruchterman,
/// Reingold 1991, "Graph drawing by force-directed placement"). The same edges give the same
/// places.
final class ForceLayout {

  /// With more peers it would take longer than a frame, and the form of that many can't be seen.
  private static final int MOST_PEERS = 150;

  private static final int STEPS = 60;

  /// How far a peer moves in the first step at most; the last step moves nothing.
  private static final double FIRST_MOVE = 0.1;

  /// Keeps parts that nothing holds together from flying apart.
  private static final double GRAVITY = 0.4;

  /// Below it, two peers count as being this far apart.
  private static final double NEAREST = 1e-4;

  private final int peers;
  private final Edges edges;
  private final double[] x;
  private final double[] y;
  private final double[] forceX;
  private final double[] forceY;

  private ForceLayout(int peers, Edges edges) {
    this.peers = peers;
    this.edges = edges;
    x = new double[peers];
    y = new double[peers];
    forceX = new double[peers];
    forceY = new double[peers];
  }

  /// All on a circle where there are many.
  static Places of(int peers, Edges edges) {
    if (peers > MOST_PEERS) {
      return Places.circle(peers);
    }
    ForceLayout layout = new ForceLayout(peers, edges);
    layout.begin();
    for (int step = 0; step < STEPS; step++) {
      layout.move(FIRST_MOVE * (STEPS - step) / STEPS);
    }
    return layout.done();
  }

  private void begin() {
    Places circle = Places.circle(peers);
    for (int peer = 0; peer < peers; peer++) {
      x[peer] = circle.x(peer);
      y[peer] = circle.y(peer);
    }
  }

  private void move(double farthest) {
    double ideal = Math.sqrt(1.0 / peers);
    for (int peer = 0; peer < peers; peer++) {
      forceX[peer] = (0.5 - x[peer]) * GRAVITY;
      forceY[peer] = (0.5 - y[peer]) * GRAVITY;
    }
    for (int one = 0; one < peers; one++) {
      for (int other = 0; other < one; other++) {
        double distance = distance(one, other);
        pull(one, other, -ideal * ideal / (distance * distance));
      }
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      int one = edges.from(edge);
      int other = edges.to(edge);
      pull(one, other, distance(one, other) / ideal);
    }
    for (int peer = 0; peer < peers; peer++) {
      double force = Math.max(NEAREST, Math.hypot(forceX[peer], forceY[peer]));
      double share = Math.min(force, farthest) / force;
      x[peer] += forceX[peer] * share;
      y[peer] += forceY[peer] * share;
    }
  }

  private double distance(int one, int other) {
    return Math.max(NEAREST, Math.hypot(x[one] - x[other], y[one] - y[other]));
  }

  /// @param strength of the force, by the distance of the two
  private void pull(int one, int other, double strength) {
    double pullX = (x[other] - x[one]) * strength;
    double pullY = (y[other] - y[one]) * strength;
    forceX[one] += pullX;
    forceY[one] += pullY;
    forceX[other] -= pullX;
    forceY[other] -= pullY;
  }

  /// Fills the unit square, without being stretched.
  private Places done() {
    DoubleSummaryStatistics across = Arrays.stream(x).summaryStatistics();
    DoubleSummaryStatistics down = Arrays.stream(y).summaryStatistics();
    double width = across.getMax() - across.getMin();
    double height = down.getMax() - down.getMin();
    double side = Math.max(NEAREST, Math.max(width, height));
    for (int peer = 0; peer < peers; peer++) {
      x[peer] = inside((x[peer] - across.getMin()) / side + (1 - width / side) / 2);
      y[peer] = inside((y[peer] - down.getMin()) / side + (1 - height / side) / 2);
    }
    return new Places(x, y);
  }

  /// What rounding moves over the border is moved back.
  private static double inside(double share) {
    return Math.clamp(share, 0, 1);
  }
}
