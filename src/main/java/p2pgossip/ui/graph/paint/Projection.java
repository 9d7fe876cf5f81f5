package p2pgossip.ui.graph.paint;

/// Converts graph units to pixels of the view and back, for one frame.
///
/// @param originX where the graph's (0, 0) is, in pixels
/// @param originY likewise
/// @param scale the pixels for one graph unit downwards; the graph's y axis points up, the screen's
///   down
/// @param stretch how many times as many pixels one unit has to the right
/// @param glyphs the size of the shapes of peers; 1 is full size, and many peers close together are
///   smaller
public record Projection(
    double originX, double originY, double scale, double stretch, double glyphs) {

  public static final Projection NONE = new Projection(0, 0, 1, 1, 1);

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
