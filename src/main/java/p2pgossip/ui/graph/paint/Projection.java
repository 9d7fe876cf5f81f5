package p2pgossip.ui.graph.paint;

/// Graph units to pixels of the view and back, as they were when the frame was drawn.
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
