package p2pgossip.ui.graph.paint;

import org.graphstream.ui.geom.Point3;
import org.graphstream.ui.view.camera.Camera;

/// Graph units to pixels of the view and back, as the camera had it when the frame was drawn.
///
/// @param originX where the graph's (0, 0) stands, in pixels
/// @param originY likewise
/// @param scale pixels for one graph unit downwards; the graph's y axis points up, the screen's down
/// @param stretch how many times as many pixels one has to the right
/// @param glyphs how large the shapes of peers are drawn, 1 being full size: smaller where many
///   stand close together
public record Projection(
    double originX, double originY, double scale, double stretch, double glyphs) {

  public static final Projection NONE = new Projection(0, 0, 1, 1, 1);

  private static final int FEW_PEERS = 40;

  /// Reads the camera's own mapping, which is exact only between its frames and knows no stretch.
  public static Projection of(Camera camera, double stretch, int peers) {
    Point3 origin = camera.transformGuToPx(0, 0, 0);
    Point3 unit = camera.transformGuToPx(1, 0, 0);
    double scale = unit.x - origin.x;
    double smallest = peers <= FEW_PEERS ? 0.75 : 0.42;
    double room = scale * Math.sqrt(stretch);
    return new Projection(origin.x, origin.y, scale, stretch, Math.clamp(room / 48, smallest, 1.1));
  }

  public double pixelX(double x) {
    return originX + x * stretch * scale;
  }

  public double pixelY(double y) {
    return originY - y * scale;
  }

  public double graphX(double pixelX) {
    return (pixelX - originX) / scale / stretch;
  }

  public double graphY(double pixelY) {
    return (originY - pixelY) / scale;
  }
}
