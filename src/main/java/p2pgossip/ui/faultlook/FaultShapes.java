package p2pgossip.ui.faultlook;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.theme.RolePalette;

/// The shapes of which the marks of faults are made. Each is a shape or a stroke of its own, so
/// that nobody has to tell colours apart.
final class FaultShapes {

  private static final double[] SOLID = {};

  /// The length of a piece of a broken line and its gap together, in pixels.
  private static final double BREAK = 15;

  /// Sides take turns with these. The letters tell them apart all the same.
  private static final List<Role> SIDE_COLORS =
      List.of(Role.LEARNED, Role.SELF, Role.PENDING, Role.CONNECTED);

  private FaultShapes() {}

  /// The colour of a side of a partition, from 0.
  static Color sideColor(RolePalette palette, int side) {
    return palette.color(SIDE_COLORS.get(side % SIDE_COLORS.size()));
  }

  static String letter(int side) {
    return String.valueOf((char) ('A' + side % 26));
  }

  /// A hexagon of ice.
  static void ice(Drawing graphics, RolePalette palette, double x, double y, double radius) {
    double[] xs = new double[6];
    double[] ys = new double[6];
    for (int corner = 0; corner < 6; corner++) {
      xs[corner] = x + radius * Math.sin(corner * Math.PI / 3);
      ys[corner] = y - radius * Math.cos(corner * Math.PI / 3);
    }
    graphics.setFill(palette.ice().deriveColor(0, 1, 1, 0.28));
    graphics.fillPolygon(xs, ys, 6);
    graphics.setStroke(palette.ice());
    graphics.setLineWidth(2);
    graphics.setLineDashes(SOLID);
    graphics.strokePolygon(xs, ys, 6);
  }

  /// The sign of a pause.
  static void pause(Drawing graphics, RolePalette palette, double x, double y, double radius) {
    badge(graphics, x, y, radius, palette.ice(), palette.background());
    graphics.setFill(palette.background());
    double tall = radius * 1.05;
    double wide = radius * 0.32;
    graphics.fillRect(x - radius * 0.16 - wide, y - tall / 2, wide, tall);
    graphics.fillRect(x + radius * 0.16, y - tall / 2, wide, tall);
  }

  /// A round badge with the letter of a side.
  static void side(
      Drawing graphics, RolePalette palette, double x, double y, double radius, int side) {
    badge(graphics, x, y, radius, palette.background(), palette.ink());
    letter(graphics, palette, x, y, radius, side);
  }

  /// The badge of a side in its colour, for the legend.
  static void tintedSide(
      Drawing graphics, RolePalette palette, double x, double y, double radius, int side) {
    Color color = sideColor(palette, side);
    badge(graphics, x, y, radius, palette.background().interpolate(color, 0.3), palette.mutedInk());
    letter(graphics, palette, x, y, radius, side);
  }

  private static void letter(
      Drawing graphics, RolePalette palette, double x, double y, double radius, int side) {
    graphics.setFill(palette.ink());
    graphics.setFont(Font.font("System", FontWeight.BOLD, radius * 1.5));
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.fillText(letter(side), x, y);
    graphics.setTextAlign(TextAlignment.LEFT);
  }

  private static void badge(
      Drawing graphics, double x, double y, double radius, Color fill, Color rim) {
    graphics.setFill(fill);
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setStroke(rim);
    graphics.setLineWidth(1.4);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /// A line with gaps, the longer the more is lost. Where only one direction loses something, an
  /// arrow head shows which.
  static void brokenLine(WayPen pen, Extents share) {
    Color loud = pen.palette().failure();
    double gap = Math.clamp(BREAK * Math.max(share.there(), share.back()), 3, BREAK - 2);
    pen.drawing().setLineDashes(BREAK - gap, gap);
    Line.stroke(pen.drawing(), List.of(pen.line()), loud, pen.width());
    pen.drawing().setLineDashes(SOLID);
    if (share.there() == 0 || share.back() == 0) {
      Line lossy = share.there() > 0 ? pen.line() : pen.line().piece(1, 0);
      Line.heads(pen.drawing(), List.of(lossy), loud, 9 * pen.scale());
    }
  }

  /// Two stubs with nothing between them.
  static void stubs(WayPen pen) {
    Line line = pen.line();
    Color quiet = pen.palette().mutualLink();
    Line.stroke(pen.drawing(), List.of(line.piece(0, 0.3), line.piece(0.7, 1)), quiet, pen.width());
    bar(pen, 0.3, 4.5, quiet, pen.width());
    bar(pen, 0.7, 4.5, quiet, pen.width());
  }

  /// A clock on the line.
  static void clock(WayPen pen, double at) {
    Drawing graphics = pen.drawing();
    double x = pen.line().xAt(at);
    double y = pen.line().yAt(at);
    double radius = 7 * pen.scale();
    graphics.setFill(pen.palette().background());
    graphics.fillOval(x - radius - 1.5, y - radius - 1.5, 2 * radius + 3, 2 * radius + 3);
    graphics.setStroke(pen.palette().ink());
    graphics.setLineWidth(Math.max(1.3, radius * 0.22));
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.strokeLine(x, y, x, y - radius * 0.6);
    graphics.strokeLine(x, y, x + radius * 0.48, y + radius * 0.2);
  }

  /// Two squares, as copies are, one behind the other.
  static void twoCopies(WayPen pen, double at) {
    Drawing graphics = pen.drawing();
    double side = 10 * pen.scale();
    double shift = 3.2 * pen.scale();
    double round = 3 * pen.scale();
    for (int copy = 0; copy < 2; copy++) {
      double middle = copy == 0 ? -shift : shift;
      double left = pen.line().xAt(at) + middle - side / 2;
      double top = pen.line().yAt(at) + middle - side / 2;
      double rim = 1.3 * pen.scale();
      graphics.setFill(pen.palette().background());
      graphics.fillRoundRect(
          left - rim, top - rim, side + 2 * rim, side + 2 * rim, round + rim, round + rim);
      graphics.setFill(pen.palette().ink());
      graphics.fillRoundRect(left, top, side, side, round, round);
    }
  }

  /// A bar across the line, with arrow heads that run against it from the ends that are blocked.
  static void block(WayPen pen, double at, Extents blocked) {
    Line line = pen.line();
    double scale = pen.scale();
    double size = 9 * scale;
    double beside = (size * 0.5) / Math.max(1, line.length());
    Color loud = pen.palette().failure();
    bar(pen, at, 11, pen.palette().background(), 9 * scale);
    bar(pen, at, 9.5, loud, 4 * scale);
    if (blocked.there() > 0) {
      Line.heads(pen.drawing(), List.of(line.piece(0, at - beside)), loud, size);
    }
    if (blocked.back() > 0) {
      Line.heads(pen.drawing(), List.of(line.piece(1, at + beside)), loud, size);
    }
  }

  /// A bar across the line.
  ///
  /// @param half its length to each side, in pixels at full size
  static void bar(WayPen pen, double at, double half, Color color, double width) {
    Line line = pen.line();
    double length = Math.max(1, line.length());
    double acrossX = -(line.toY() - line.fromY()) / length * half * pen.scale();
    double acrossY = (line.toX() - line.fromX()) / length * half * pen.scale();
    pen.drawing().setStroke(color);
    pen.drawing().setLineWidth(width);
    pen.drawing().setLineCap(StrokeLineCap.BUTT);
    pen.drawing()
        .strokeLine(
            line.xAt(at) - acrossX,
            line.yAt(at) - acrossY,
            line.xAt(at) + acrossX,
            line.yAt(at) + acrossY);
  }
}
