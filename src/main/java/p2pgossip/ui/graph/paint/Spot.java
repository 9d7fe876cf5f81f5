package p2pgossip.ui.graph.paint;

import p2pgossip.ui.graph.model.PeerNode;

/// A peer on the screen in one frame, in pixels.
///
/// @param scale the size of its shape; 1 is full size
record Spot(PeerNode node, double x, double y, double scale) {

  static Spot of(PeerNode node, Projection projection) {
    return new Spot(
        node,
        projection.pixelX(node.x()),
        projection.pixelY(node.y()),
        projection.glyphs() * node.grown());
  }

  /// Half the width of its shape.
  double radius() {
    return node.radius(scale);
  }

  /// Half the width of all that is drawn of it.
  double reach() {
    return PeerBrush.Look.of(node).reach(scale);
  }
}
