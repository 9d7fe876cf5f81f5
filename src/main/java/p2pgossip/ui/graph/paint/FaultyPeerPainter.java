package p2pgossip.ui.graph.paint;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.graph.model.FaultMarks;
import p2pgossip.ui.theme.RolePalette;

/// Paints what is wrong with a peer: a frozen one stands in a hexagon of ice, with a pause sign;
/// one on a side of a partition is tinted and has the letter of its side.
final class FaultyPeerPainter {

  private static final double[] SOLID = {};

  /// Sides take turns with these; the letters tell them apart all the same.
  private static final List<Role> SIDE_COLORS =
      List.of(Role.LEARNED, Role.SELF, Role.PENDING, Role.CONNECTED);

  private FaultyPeerPainter() {}

  /// Paints what lies under a peer.
  static void paintGround(Drawing graphics, FaultMarks faults, Spot spot, RolePalette palette) {
    Integer side = faults.side(spot.mark().address());
    if (side != null) {
      double radius = spot.reach() + FaultMarks.SIDE_AROUND * spot.scale();
      Color color = palette.color(SIDE_COLORS.get(side % SIDE_COLORS.size()));
      graphics.setFill(color.deriveColor(0, 1, 1, 0.3));
      graphics.fillOval(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius);
    }
    if (faults.isFrozen(spot.mark().address())) {
      ice(
          graphics,
          spot.x(),
          spot.y(),
          spot.reach() + FaultMarks.ICE_AROUND * spot.scale(),
          palette);
    }
  }

  private static void ice(
      Drawing graphics, double x, double y, double radius, RolePalette palette) {
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

  /// Paints what stands at the corners of a peer, and keeps labels off it.
  static void paintBadges(
      Drawing graphics,
      FaultMarks faults,
      Spot spot,
      RolePalette palette,
      LabelPlacement placement) {
    double radius = Math.max(5.5, 7.5 * spot.scale());
    double off = (spot.reach() + 4 * spot.scale()) * 0.74;
    Integer side = faults.side(spot.mark().address());
    if (side != null) {
      double x = spot.x() - off;
      double y = spot.y() - off;
      badge(graphics, x, y, radius, palette.background(), palette.ink());
      letter(graphics, x, y, radius, palette.ink(), side);
      placement.block(x, y, radius + 1);
    }
    if (faults.isFrozen(spot.mark().address())) {
      double x = spot.x() + off;
      double y = spot.y() - off;
      pause(graphics, x, y, radius, palette);
      placement.block(x, y, radius + 1);
    }
  }

  private static void letter(
      Drawing graphics, double x, double y, double radius, Color color, int side) {
    graphics.setFill(color);
    graphics.setFont(Font.font("System", FontWeight.BOLD, radius * 1.5));
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.fillText(String.valueOf((char) ('A' + side % 26)), x, y);
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

  static void pause(Drawing graphics, double x, double y, double radius, RolePalette palette) {
    badge(graphics, x, y, radius, palette.ice(), palette.background());
    graphics.setFill(palette.background());
    double tall = radius * 1.05;
    double wide = radius * 0.32;
    graphics.fillRect(x - radius * 0.16 - wide, y - tall / 2, wide, tall);
    graphics.fillRect(x + radius * 0.16, y - tall / 2, wide, tall);
  }

  /// Draws the mark of a frozen peer, for the legend.
  static void sampleIce(Drawing graphics, RolePalette palette, double x, double y) {
    ice(graphics, x, y, 9, palette);
    pause(graphics, x, y, 5.5, palette);
  }

  /// Draws the marks of two sides, for the legend.
  static void sampleSides(Drawing graphics, RolePalette palette, double x, double y) {
    for (int side = 0; side < 2; side++) {
      double middle = x + (side == 0 ? -7 : 7);
      Color color = palette.color(SIDE_COLORS.get(side));
      badge(
          graphics, middle, y, 6, palette.background().interpolate(color, 0.3), palette.mutedInk());
      letter(graphics, middle, y, 6, palette.ink(), side);
    }
  }
}
