package p2pgossip.ui.graph.motion;

import p2pgossip.ui.graph.paint.Projection;

/// What is in view: a centre in graph units, a scale in pixels for one unit, and how much the graph
/// is stretched to the right. It eases towards its aim, so that the view never jumps. Plain
/// arithmetic, no screen.
///
/// All units are those of the stretched graph: an x of the graph is `stretch` times that here. The
/// graph's y axis points up, the screen's down.
public final class Viewpoint {

  /// The time in seconds in which 63 % of the way to the aim is covered.
  private static final double EASE = 0.22;

  /// As a part of the frame.
  private static final double OFF_MIDDLE = 0.12;

  private static final double MIN_SCALE = 4;
  private static final double MAX_SCALE = 1_200;
  // A small graph is not blown up to fill the pane.
  private static final double MAX_FIT_SCALE = 85;

  private static final int FEW_PEERS = 40;

  private double x;
  private double y;
  private double scale = MAX_FIT_SCALE;
  private double aimX;
  private double aimY;
  private double aimScale = MAX_FIT_SCALE;
  private double stretch = 1;
  private double aimStretch = 1;

  /// A rectangle, in units of the stretched graph.
  record Bounds(double minX, double minY, double maxX, double maxY) {}

  /// The part of the pane that is free for the graph, in pixels.
  record Frame(double width, double height, double top, double right, double bottom, double left) {

    double innerWidth() {
      return Math.max(40, width - left - right);
    }

    double innerHeight() {
      return Math.max(40, height - top - bottom);
    }
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double scale() {
    return scale;
  }

  /// How graph units map to the pixels of a pane, at present.
  ///
  /// @param peers how many peers are drawn: where they are many, they are drawn smaller
  public Projection projection(double width, double height, int peers) {
    double smallest = peers <= FEW_PEERS ? 0.75 : 0.42;
    double room = scale * Math.sqrt(stretch);
    return new Projection(
        width / 2 - x * scale,
        height / 2 + y * scale,
        scale,
        stretch,
        Math.clamp(room / 48, smallest, 1.1));
  }

  /// How much the graph is stretched to the right once the aim is reached.
  double aimedStretch() {
    return aimStretch;
  }

  /// Aims at another stretch. Set the rest of the aim again after that.
  void stretchTo(double newStretch) {
    aimStretch = newStretch;
  }

  /// Aims at the whole of the bounds.
  void fit(Bounds bounds, Frame frame) {
    aimScale = fitScale(bounds, frame);
    // The middle of the free part stands off the middle of the pane.
    aimX = (bounds.minX + bounds.maxX) / 2 + (frame.right - frame.left) / 2 / aimScale;
    aimY = (bounds.minY + bounds.maxY) / 2 + (frame.top - frame.bottom) / 2 / aimScale;
  }

  /// Whether the bounds have outgrown the aim, are far from the middle of the frame, or fill too
  /// little of it.
  boolean needsFit(Bounds bounds, Frame frame) {
    double slack = 6;
    double left = frame.width / 2 + (bounds.minX - aimX) * aimScale;
    double right = frame.width / 2 + (bounds.maxX - aimX) * aimScale;
    double top = frame.height / 2 - (bounds.maxY - aimY) * aimScale;
    double bottom = frame.height / 2 - (bounds.minY - aimY) * aimScale;
    boolean outside =
        left < frame.left - slack
            || right > frame.width - frame.right + slack
            || top < frame.top - slack
            || bottom > frame.height - frame.bottom + slack;
    double offX = Math.abs((left + right) / 2 - (frame.left + frame.innerWidth() / 2));
    double offY = Math.abs((top + bottom) / 2 - (frame.top + frame.innerHeight() / 2));
    boolean aside =
        offX > frame.innerWidth() * OFF_MIDDLE || offY > frame.innerHeight() * OFF_MIDDLE;
    return outside || aside || fitScale(bounds, frame) > aimScale * 1.35;
  }

  /// The scale, in pixels for one unit, at which the bounds fill the frame.
  static double fitScale(Bounds bounds, Frame frame) {
    double wide = frame.innerWidth() / Math.max(1e-6, bounds.maxX - bounds.minX);
    double high = frame.innerHeight() / Math.max(1e-6, bounds.maxY - bounds.minY);
    return Math.clamp(Math.min(wide, high), MIN_SCALE, MAX_FIT_SCALE);
  }

  /// Where a place of the graph is once the aim is reached, in pixels of a pane of this width.
  double aimedX(double graphX, double width) {
    return width / 2 + (graphX - aimX) * aimScale;
  }

  /// As [#aimedX], downwards, in a pane of this height.
  double aimedY(double graphY, double height) {
    return height / 2 - (graphY - aimY) * aimScale;
  }

  /// Zooms so that the point `offsetX`, `offsetY` pixels from the middle of the pane stays where it
  /// is.
  void zoom(double factor, double offsetX, double offsetY) {
    double next = Math.clamp(aimScale * factor, MIN_SCALE, MAX_SCALE);
    double pointX = aimX + offsetX / aimScale;
    double pointY = aimY - offsetY / aimScale;
    aimScale = next;
    aimX = pointX - offsetX / next;
    aimY = pointY + offsetY / next;
  }

  /// Moves the view by this many pixels at once.
  void drag(double pixelsX, double pixelsY) {
    pan(pixelsX, pixelsY);
    arrive();
  }

  /// Eases the view by this many pixels.
  void pan(double pixelsX, double pixelsY) {
    aimX -= pixelsX / aimScale;
    aimY += pixelsY / aimScale;
  }

  /// Goes to the aim at once.
  void arrive() {
    x = aimX;
    y = aimY;
    scale = aimScale;
    stretch = aimStretch;
  }

  /// Moves on towards the aim.
  ///
  /// @param seconds since the last call
  /// @return whether anything moved
  boolean ease(double seconds) {
    double pixelsOff =
        Math.max(Math.abs(aimX - x), Math.abs(aimY - y)) * scale
            + (Math.abs(aimScale / scale - 1) + Math.abs(aimStretch / stretch - 1)) * 1_000;
    if (pixelsOff == 0) {
      return false;
    }
    if (pixelsOff < 0.3) {
      arrive();
      return true;
    }
    double part = 1 - Math.exp(-seconds / EASE);
    // Easing units per pixel, not pixels per unit, keeps the point under the pointer in place.
    double length = 1 / scale + (1 / aimScale - 1 / scale) * part;
    scale = 1 / length;
    x += (aimX - x) * part;
    y += (aimY - y) * part;
    stretch += (aimStretch - stretch) * part;
    return true;
  }
}
