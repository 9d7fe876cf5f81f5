package p2pgossip.ui.graph.input;

import java.util.Collection;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.paint.Projection;

/// A line that the user draws round peers to select them.
public final class Lasso extends Polygon {

  /// Points closer together than this many pixels are left out.
  private static final double STEP = 3;

  /// The most coordinates that a line has; the rest of a longer one is ignored.
  private static final int MAX_FIGURES = 4_000;

  public Lasso() {
    super();
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    setStrokeWidth(1.6);
    getStrokeDashArray().setAll(6.0, 4.0);
  }

  public void setColor(Color color) {
    setStroke(color);
    setFill(color.deriveColor(0, 1, 1, 0.12));
  }

  void begin(double x, double y) {
    getPoints().setAll(x, y);
    setVisible(true);
  }

  void draw(double x, double y) {
    List<Double> points = getPoints();
    int size = points.size();
    boolean far = Math.hypot(points.get(size - 2) - x, points.get(size - 1) - y) >= STEP;
    if (far && size < MAX_FIGURES) {
      getPoints().addAll(x, y);
    }
  }

  /// Ends the line and closes it by a straight one.
  ///
  /// @return the peers inside
  List<PeerAddress> end(Collection<PeerNode> peers, Projection projection) {
    setVisible(false);
    double[] outline = getPoints().stream().mapToDouble(Double::doubleValue).toArray();
    getPoints().clear();
    return peers.stream()
        .filter(node -> encloses(outline, projection.pixelX(node.x()), projection.pixelY(node.y())))
        .map(PeerNode::address)
        .sorted()
        .toList();
  }

  /// Whether a point is inside: a ray from it to the right crosses the outline an odd number of
  /// times.
  ///
  /// @param outline the corners: x and y in turn
  public static boolean encloses(double[] outline, double x, double y) {
    boolean within = false;
    int last = outline.length - 2;
    for (int at = 0; at < outline.length; at += 2) {
      double oneX = outline[at];
      double oneY = outline[at + 1];
      double otherX = outline[last];
      double otherY = outline[last + 1];
      if ((oneY > y) != (otherY > y) && x < oneX + (otherX - oneX) * (y - oneY) / (otherY - oneY)) {
        within = !within;
      }
      last = at;
    }
    return within;
  }
}
