package p2pgossip.ui.graph.paint;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.gossip.Mutuality;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.theme.RolePalette;

/// Paints a small padlock in the middle of each link over an encrypted connection, unless the link
/// is too short.
final class PadlockPainter {

  private static final double[] SOLID = {};

  /// Half its width with the ground behind it, in pixels at full size.
  private static final double ROOM = 8.5;

  private static final double LEAST_SCALE = 0.72;

  /// The length of the shortest link with a padlock, in pixels.
  private static final double SHORTEST = 60;

  private static final int FEW = 24;

  private PadlockPainter() {}

  static void paint(Drawing graphics, List<Line> links, RolePalette palette, double glyphs) {
    // Many padlocks are muted, so that the peers stand out.
    Color color = links.size() > FEW ? palette.mutualLink() : palette.mutedInk();
    double scale = Math.max(LEAST_SCALE, Math.min(1, glyphs));
    for (Line link : links) {
      if (link.length() > SHORTEST) {
        paint(graphics, link.xAt(0.5), link.yAt(0.5), palette.background(), color, scale);
      }
    }
  }

  /// @param x of its middle
  private static void paint(
      Drawing graphics, double x, double y, Color ground, Color color, double scale) {
    double room = ROOM * scale;
    graphics.setFill(ground);
    graphics.fillOval(x - room, y - room, 2 * room, 2 * room);
    graphics.setLineDashes(SOLID);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setStroke(color);
    graphics.setLineWidth(1.5 * scale);
    double bow = 2.7 * scale;
    double top = y - 4.6 * scale;
    double body = y - 1.1 * scale;
    graphics.strokeArc(x - bow, top, 2 * bow, 2 * bow, 0, 180);
    graphics.strokeLine(x - bow, top + bow, x - bow, body + 0.5);
    graphics.strokeLine(x + bow, top + bow, x + bow, body + 0.5);
    graphics.setFill(color);
    double half = 4.3 * scale;
    graphics.fillRoundRect(x - half, body, 2 * half, 6.2 * scale, 2 * scale, 2 * scale);
  }

  /// Draws a padlock on a link, for the legend.
  static void sample(Drawing graphics, RolePalette palette, double width, double height) {
    LinkPainter.sample(graphics, palette, Mutuality.MUTUAL, width, height);
    paint(graphics, width / 2, height / 2, palette.background(), palette.mutedInk(), 0.86);
  }
}
