package p2pgossip.ui.graph.paint;

import javafx.scene.paint.Color;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Outline;
import p2pgossip.ui.draw.Shapes;
import p2pgossip.ui.graph.model.Tint;
import p2pgossip.ui.theme.NodeGlyph;
import p2pgossip.ui.theme.RolePalette;

/// Draws a peer while the spread of a rumour is shown. The outline is that of [NodeGlyph] and says
/// its role; the filling says whether and when it has heard the rumour. The origin has a star and a
/// second ring.
final class HearingGlyph {

  private static final double[] SOLID = {};
  private static final int STAR_POINTS = 5;

  private final RolePalette palette;

  HearingGlyph(RolePalette palette) {
    this.palette = palette;
  }

  /// Draws the peer with its middle at (x, y), in pixels.
  ///
  /// @param radius half the width of the shape, without the ring of the origin
  void draw(
      Drawing graphics, Role role, Tint tint, double x, double y, double radius, double scale) {
    double line = Math.max(1.3, 2 * scale);
    Color outline =
        tint.isHeard()
            ? palette.color(role)
            : palette.color(role).interpolate(palette.background(), 0.25);
    Color fill = tint.isHeard() ? palette.ramp().color(tint.step()) : palette.background();
    graphics.setLineDashes(SOLID);
    if (tint.origin()) {
      graphics.setFill(palette.background());
      Shapes.disc(graphics, x, y, radius + 2.4 * line);
      graphics.setStroke(palette.rumor());
      graphics.setLineWidth(line);
      Shapes.ring(graphics, x, y, radius + 1.9 * line);
    } else {
      graphics.setFill(palette.background());
      Shapes.disc(graphics, x, y, radius + line * 0.5);
    }
    graphics.setFill(fill);
    graphics.setStroke(outline);
    graphics.setLineWidth(line);
    outline(graphics, role, x, y, radius, line);
    Color over = tint.isHeard() ? palette.ramp().over(tint.step()) : palette.mutedInk();
    if (tint.origin()) {
      graphics.setFill(over);
      Outline.star(x, y, radius * 0.62, STAR_POINTS).fill(graphics);
    } else if (role == Role.UNREACHABLE) {
      graphics.setStroke(tint.isHeard() ? over : outline);
      Shapes.cross(graphics, x, y, radius * NodeGlyph.CROSS);
    }
  }

  private static void outline(
      Drawing graphics, Role role, double x, double y, double radius, double line) {
    double rim = radius - line / 2;
    switch (role) {
      case SELF -> {
        Shapes.ring(graphics, x, y, rim);
        Shapes.disc(graphics, x, y, radius - 2 * line);
        Shapes.ring(graphics, x, y, radius - 2 * line);
      }
      case CONNECTED, HEARD_OF -> {
        Shapes.disc(graphics, x, y, rim);
        Shapes.ring(graphics, x, y, rim);
      }
      case LEARNED -> filled(graphics, Outline.diamond(x, y, radius));
      case PENDING -> {
        Shapes.disc(graphics, x, y, rim);
        Shapes.dottedRing(graphics, x, y, rim);
      }
      case REFUSED -> filled(graphics, Outline.hexagon(x, y, radius));
      case UNREACHABLE -> {
        graphics.fillRect(x - rim, y - rim, 2 * rim, 2 * rim);
        Shapes.dashedSquare(graphics, x, y, rim);
      }
    }
  }

  private static void filled(Drawing graphics, Outline outline) {
    outline.fill(graphics);
    outline.stroke(graphics);
  }
}
