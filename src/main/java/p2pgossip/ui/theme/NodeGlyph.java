package p2pgossip.ui.theme;

import javafx.scene.paint.Color;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Outline;
import p2pgossip.ui.draw.Shapes;

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

  /// How far the cross of an unreachable peer reaches, as a part of the radius.
  public static final double CROSS = 0.36;

  private static final double[] SOLID = {};

  private final RolePalette palette;

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
        Shapes.disc(graphics, x, y, radius + line);
        Shapes.ring(graphics, x, y, radius - line / 2);
        graphics.setFill(color);
        Shapes.disc(graphics, x, y, radius * 0.62);
      }
      case CONNECTED -> {
        Shapes.disc(graphics, x, y, radius + line * 0.7);
        graphics.setFill(color);
        Shapes.disc(graphics, x, y, radius);
      }
      case LEARNED -> diamond(graphics, x, y, radius, color);
      case PENDING -> {
        Shapes.disc(graphics, x, y, radius + line / 2);
        Shapes.dottedRing(graphics, x, y, radius - line / 2);
      }
      case UNREACHABLE -> square(graphics, x, y, radius, line);
      case REFUSED -> barred(graphics, x, y, radius, color);
      case HEARD_OF -> {
        Shapes.disc(graphics, x, y, radius + line / 2);
        Shapes.ring(graphics, x, y, radius - line / 2);
      }
    }
  }

  private static void diamond(Drawing graphics, double x, double y, double radius, Color color) {
    Outline diamond = Outline.diamond(x, y, radius);
    diamond.fill(graphics);
    diamond.stroke(graphics);
    graphics.setFill(color);
    graphics.fillPolygon(
        new double[] {x, x, x - radius}, new double[] {y - radius, y + radius, y}, 3);
  }

  private static void square(Drawing graphics, double x, double y, double radius, double line) {
    graphics.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    Shapes.dashedSquare(graphics, x, y, radius - line / 2);
    Shapes.cross(graphics, x, y, radius * CROSS);
  }

  private void barred(Drawing graphics, double x, double y, double radius, Color color) {
    Outline hexagon = Outline.hexagon(x, y, radius);
    hexagon.stroke(graphics);
    graphics.setFill(color);
    hexagon.fill(graphics);
    graphics.setFill(palette.background());
    graphics.fillRect(x - radius * 0.55, y - radius * 0.16, radius * 1.1, radius * 0.32);
  }
}
