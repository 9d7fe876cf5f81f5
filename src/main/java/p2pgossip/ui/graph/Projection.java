package p2pgossip.ui.graph;

import org.graphstream.ui.geom.Point3;
import org.graphstream.ui.view.camera.Camera;

/// Graph units to pixels of the view and back, as the camera had it when the frame was drawn.
///
/// @param originX where the graph's (0, 0) stands, in pixels
/// @param originY likewise
/// @param scale pixels for one graph unit; the graph's y axis points up, the screen's down
record Projection(double originX, double originY, double scale) {

  static final Projection NONE = new Projection(0, 0, 1);

  /// Reads the camera's own mapping, which is exact only between its frames.
  static Projection of(Camera camera) {
    Point3 origin = camera.transformGuToPx(0, 0, 0);
    Point3 unit = camera.transformGuToPx(1, 0, 0);
    return new Projection(origin.x, origin.y, unit.x - origin.x);
  }

  double pixelX(double x) {
    return originX + x * scale;
  }

  double pixelY(double y) {
    return originY - y * scale;
  }

  double graphX(double pixelX) {
    return (pixelX - originX) / scale;
  }

  double graphY(double pixelY) {
    return (originY - pixelY) / scale;
  }
}
