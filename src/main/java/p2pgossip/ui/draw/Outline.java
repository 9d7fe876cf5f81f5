package p2pgossip.ui.draw;

/// A polygon round a middle, in pixels.
public final class Outline {

  private final double[] xs;
  private final double[] ys;

  private Outline(int corners) {
    xs = new double[corners];
    ys = new double[corners];
  }

  /// Four corners: above, on the right, below and on the left.
  public static Outline diamond(double x, double y, double radius) {
    return regular(x, y, radius, 4, -0.5);
  }

  /// Six corners, one of them on top.
  public static Outline hexagon(double x, double y, double radius) {
    return regular(x, y, radius, 6, 1 / 6.0);
  }

  /// @param points the first of them on top
  public static Outline star(double x, double y, double radius, int points) {
    Outline star = new Outline(2 * points);
    for (int corner = 0; corner < 2 * points; corner++) {
      double reach = corner % 2 == 0 ? radius : radius * 0.42;
      star.put(corner, x, y, reach, corner / (double) points - 0.5);
    }
    return star;
  }

  /// @param start where the first corner stands, in half turns clockwise from the right
  private static Outline regular(double x, double y, double radius, int corners, double start) {
    Outline outline = new Outline(corners);
    for (int corner = 0; corner < corners; corner++) {
      outline.put(corner, x, y, radius, start + 2.0 * corner / corners);
    }
    return outline;
  }

  private void put(int corner, double x, double y, double reach, double halfTurns) {
    xs[corner] = x + reach * Math.cos(Math.PI * halfTurns);
    ys[corner] = y + reach * Math.sin(Math.PI * halfTurns);
  }

  public void fill(Drawing drawing) {
    drawing.fillPolygon(xs, ys, xs.length);
  }

  public void stroke(Drawing drawing) {
    drawing.strokePolygon(xs, ys, xs.length);
  }
}
