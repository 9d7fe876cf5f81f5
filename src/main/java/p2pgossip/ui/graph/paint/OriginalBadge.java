package p2pgossip.ui.graph.paint;

import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.RolePalette;

/// Marks peers that speak only the original protocol: a triangle at the lower right, whatever the
/// role.
final class OriginalBadge {

  /// How far it reaches beyond the radius of a shape, in pixels at full size.
  static final double REACH = 3;

  private static final double HALF = 6;

  /// The largest part of the radius that it takes, so that a small shape can still be seen.
  private static final double LARGEST_PART = 0.65;

  private final RolePalette palette;
  private final double[] xs = new double[3];
  private final double[] ys = new double[3];

  OriginalBadge(RolePalette palette) {
    this.palette = palette;
  }

  /// @param x the middle of the peer's shape, in pixels
  /// @param radius half the width of the shape
  void draw(Drawing graphics, double x, double y, double radius, double scale) {
    double half = Math.clamp(radius * LARGEST_PART, 3.5, Math.max(3.5, HALF * scale));
    // Its outer corners lie on a circle a little larger than the shape.
    double off = (radius + REACH * scale - half * 0.6) * 0.7;
    graphics.setFill(palette.background());
    triangle(graphics, x + off, y + off, half + Math.max(1.6, 2.2 * scale));
    graphics.setFill(palette.ink());
    triangle(graphics, x + off, y + off, half);
  }

  private void triangle(Drawing graphics, double x, double y, double half) {
    xs[0] = x;
    ys[0] = y - half;
    xs[1] = x + half;
    ys[1] = y + half * 0.75;
    xs[2] = x - half;
    ys[2] = y + half * 0.75;
    graphics.fillPolygon(xs, ys, 3);
  }
}
