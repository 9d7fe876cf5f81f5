package p2pgossip.ui.graph.paint;

import p2pgossip.ui.graph.model.PeerNode;

/// A peer on the screen in one frame, in pixels.
///
/// @param scale the size of its shape; 1 is full size
record Spot(PeerNode mark, double x, double y, double scale) {

  static Spot of(PeerNode mark, Projection projection) {
    return new Spot(
        mark,
        projection.pixelX(mark.x()),
        projection.pixelY(mark.y()),
        projection.glyphs() * mark.grown());
  }

  /// Half the width of its shape.
  double radius() {
    return mark.radius(scale);
  }

  /// Half the width of all that is drawn of it.
  double reach() {
    return PeerBrush.Look.of(mark).reach(scale);
  }
}
