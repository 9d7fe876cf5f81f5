package p2pgossip.ui.theme;

import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;

/// Draws the shape of a role, for the graph, the legend and the swatches.
///
/// | role | shape |
/// |---|---|
/// | self | a disc within a ring |
/// | connected | a filled disc |
/// | learned | a diamond, half of it filled |
/// | pending | a hollow dotted ring |
/// | unreachable | a dashed square with a cross in it |
/// | refused | a filled hexagon with a bar across, like a road sign |
/// | heard of | a small hollow ring |
public final class NodeGlyph {

  private static final double[] SOLID = {};

  private final RolePalette palette;
  private final double[] xs = new double[6];
  private final double[] ys = new double[6];

  public NodeGlyph(RolePalette palette) {
    this.palette = palette;
  }

  /// Half the width of the shape in pixels.
  public static double radius(Role role, double scale) {
    return scale
        * switch (role) {
          case SELF -> 15;
          case CONNECTED -> 10;
          case LEARNED -> 11.5;
          case PENDING -> 9;
          case UNREACHABLE -> 9.5;
          case REFUSED -> 11;
          case HEARD_OF -> 6;
        };
  }

  /// Draws the shape with its middle at (x, y), in pixels.
  public void draw(Drawing graphics, Role role, double x, double y, double scale) {
    double radius = radius(role, scale);
    Color color = palette.color(role);
    double line = Math.max(1.3, 2.2 * scale);
    graphics.setFill(palette.background());
    graphics.setStroke(color);
    graphics.setLineWidth(line);
    graphics.setLineDashes(SOLID);
    switch (role) {
      case SELF -> {
        disc(graphics, x, y, radius + line);
        ring(graphics, x, y, radius - line / 2);
        graphics.setFill(color);
        disc(graphics, x, y, radius * 0.62);
      }
      case CONNECTED -> {
        disc(graphics, x, y, radius + line * 0.7);
        graphics.setFill(color);
        disc(graphics, x, y, radius);
      }
      case LEARNED -> diamond(graphics, x, y, radius, color);
      case PENDING -> {
        disc(graphics, x, y, radius + line / 2);
        graphics.setLineCap(StrokeLineCap.ROUND);
        // Twelve dots at any size.
        double pitch = 2 * Math.PI * (radius - line / 2) / 12;
        graphics.setLineDashes(0.1, pitch - 0.1);
        ring(graphics, x, y, radius - line / 2);
        graphics.setLineDashes(SOLID);
        graphics.setLineCap(StrokeLineCap.SQUARE);
      }
      case UNREACHABLE -> square(graphics, x, y, radius, line);
      case REFUSED -> barred(graphics, x, y, radius, color);
      case HEARD_OF -> {
        disc(graphics, x, y, radius + line / 2);
        ring(graphics, x, y, radius - line / 2);
      }
    }
  }

  private void diamond(Drawing graphics, double x, double y, double radius, Color color) {
    corner(0, x, y - radius);
    corner(1, x + radius, y);
    corner(2, x, y + radius);
    corner(3, x - radius, y);
    graphics.fillPolygon(xs, ys, 4);
    graphics.strokePolygon(xs, ys, 4);
    corner(1, x, y);
    graphics.setFill(color);
    graphics.fillPolygon(xs, ys, 4);
  }

  private static void square(Drawing graphics, double x, double y, double radius, double line) {
    double half = radius - line / 2;
    graphics.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineDashes(half * 0.5, half * 0.3);
    graphics.strokeRect(x - half, y - half, 2 * half, 2 * half);
    graphics.setLineDashes(SOLID);
    graphics.setLineCap(StrokeLineCap.ROUND);
    double arm = radius * 0.36;
    graphics.strokeLine(x - arm, y - arm, x + arm, y + arm);
    graphics.strokeLine(x - arm, y + arm, x + arm, y - arm);
    graphics.setLineCap(StrokeLineCap.SQUARE);
  }

  private void barred(Drawing graphics, double x, double y, double radius, Color color) {
    for (int index = 0; index < 6; index++) {
      double angle = Math.PI * (index / 3.0 + 1 / 6.0);
      corner(index, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    graphics.strokePolygon(xs, ys, 6);
    graphics.setFill(color);
    graphics.fillPolygon(xs, ys, 6);
    graphics.setFill(palette.background());
    graphics.fillRect(x - radius * 0.55, y - radius * 0.16, radius * 1.1, radius * 0.32);
  }

  private void corner(int index, double x, double y) {
    xs[index] = x;
    ys[index] = y;
  }

  private static void disc(Drawing graphics, double x, double y, double radius) {
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static void ring(Drawing graphics, double x, double y, double radius) {
    graphics.strokeArc(x - radius, y - radius, 2 * radius, 2 * radius, 90, 360);
  }
}
