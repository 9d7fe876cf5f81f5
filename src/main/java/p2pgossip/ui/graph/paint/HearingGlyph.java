package p2pgossip.ui.graph.paint;

import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.graph.model.Tint;
import p2pgossip.ui.theme.RolePalette;

/// Draws a peer while the spread of a rumour is shown: the outline says its role by the shapes of
/// [NodeGlyph], the filling whether and when it has heard the rumour; the hollow ones have not. The
/// origin has a star in it and a second ring round it.
final class HearingGlyph {

  private static final double[] SOLID = {};
  private static final int STAR_POINTS = 5;

  private final RolePalette palette;
  private final double[] xs = new double[2 * STAR_POINTS];
  private final double[] ys = new double[2 * STAR_POINTS];

  HearingGlyph(RolePalette palette) {
    this.palette = palette;
  }

  /// Draws the peer with its middle at (x, y), in pixels.
  ///
  /// @param radius half the width of the shape; the ring of the origin is drawn round it
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
      disc(graphics, x, y, radius + 2.4 * line);
      graphics.setStroke(palette.rumor());
      graphics.setLineWidth(line);
      ring(graphics, x, y, radius + 1.9 * line);
    } else {
      graphics.setFill(palette.background());
      disc(graphics, x, y, radius + line * 0.5);
    }
    graphics.setFill(fill);
    graphics.setStroke(outline);
    graphics.setLineWidth(line);
    outline(graphics, role, x, y, radius, line);
    Color over = tint.isHeard() ? palette.ramp().over(tint.step()) : palette.mutedInk();
    if (tint.origin()) {
      graphics.setFill(over);
      star(graphics, x, y, radius * 0.62);
    } else if (role == Role.UNREACHABLE) {
      graphics.setStroke(tint.isHeard() ? over : outline);
      graphics.setLineCap(StrokeLineCap.ROUND);
      double arm = radius * 0.36;
      graphics.strokeLine(x - arm, y - arm, x + arm, y + arm);
      graphics.strokeLine(x - arm, y + arm, x + arm, y - arm);
      graphics.setLineCap(StrokeLineCap.SQUARE);
    }
  }

  private void outline(
      Drawing graphics, Role role, double x, double y, double radius, double line) {
    double rim = radius - line / 2;
    switch (role) {
      case SELF -> {
        ring(graphics, x, y, rim);
        disc(graphics, x, y, radius - 2 * line);
        ring(graphics, x, y, radius - 2 * line);
      }
      case CONNECTED, HEARD_OF -> {
        disc(graphics, x, y, rim);
        ring(graphics, x, y, rim);
      }
      case LEARNED -> {
        corner(0, x, y - radius);
        corner(1, x + radius, y);
        corner(2, x, y + radius);
        corner(3, x - radius, y);
        graphics.fillPolygon(xs, ys, 4);
        graphics.strokePolygon(xs, ys, 4);
      }
      case PENDING -> {
        disc(graphics, x, y, rim);
        graphics.setLineCap(StrokeLineCap.ROUND);
        double pitch = 2 * Math.PI * rim / 12;
        graphics.setLineDashes(0.1, pitch - 0.1);
        ring(graphics, x, y, rim);
        graphics.setLineDashes(SOLID);
        graphics.setLineCap(StrokeLineCap.SQUARE);
      }
      case REFUSED -> {
        for (int index = 0; index < 6; index++) {
          double angle = Math.PI * (index / 3.0 + 1 / 6.0);
          corner(index, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        graphics.fillPolygon(xs, ys, 6);
        graphics.strokePolygon(xs, ys, 6);
      }
      case UNREACHABLE -> {
        graphics.fillRect(x - rim, y - rim, 2 * rim, 2 * rim);
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineDashes(rim * 0.5, rim * 0.3);
        graphics.strokeRect(x - rim, y - rim, 2 * rim, 2 * rim);
        graphics.setLineDashes(SOLID);
        graphics.setLineCap(StrokeLineCap.SQUARE);
      }
    }
  }

  private void star(Drawing graphics, double x, double y, double radius) {
    for (int point = 0; point < 2 * STAR_POINTS; point++) {
      double reach = point % 2 == 0 ? radius : radius * 0.42;
      double angle = Math.PI * (point / (double) STAR_POINTS - 0.5);
      corner(point, x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    graphics.fillPolygon(xs, ys, 2 * STAR_POINTS);
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
