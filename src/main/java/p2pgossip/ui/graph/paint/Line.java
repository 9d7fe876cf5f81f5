package p2pgossip.ui.graph.paint;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.graph.model.LinkEdge;
import p2pgossip.ui.graph.model.PeerNode;

/// A straight line on the screen, in pixels.
public record Line(double fromX, double fromY, double toX, double toY) {

  /// The line of a link, as [#between].
  public static Line of(LinkEdge link, Projection projection) {
    return between(link.from(), link.to(), projection);
  }

  /// From the rim of one peer to the rim of the other, with a little room for an arrowhead.
  public static Line between(PeerNode from, PeerNode to, Projection projection) {
    double fromX = projection.pixelX(from.x());
    double fromY = projection.pixelY(from.y());
    double toX = projection.pixelX(to.x());
    double toY = projection.pixelY(to.y());
    double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
    double start = Math.min(0.45, reach(from, projection) / length);
    double end = Math.min(0.45, (reach(to, projection) + 2.5) / length);
    return new Line(
        fromX + (toX - fromX) * start,
        fromY + (toY - fromY) * start,
        toX - (toX - fromX) * end,
        toY - (toY - fromY) * end);
  }

  private static double reach(PeerNode mark, Projection projection) {
    return PeerBrush.Look.of(mark).reach(projection.glyphs());
  }

  double length() {
    return Math.hypot(toX - fromX, toY - fromY);
  }

  /// The point at a part of the line, 0 to 1.
  double xAt(double part) {
    return fromX + (toX - fromX) * part;
  }

  double yAt(double part) {
    return fromY + (toY - fromY) * part;
  }

  /// The piece between two parts of the line.
  Line piece(double start, double end) {
    return new Line(xAt(start), yAt(start), xAt(end), yAt(end));
  }

  /// How far a point is from the nearest point of this line.
  public double distance(double x, double y) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double squared = dx * dx + dy * dy;
    double part =
        squared == 0 ? 0 : Math.clamp(((x - fromX) * dx + (y - fromY) * dy) / squared, 0, 1);
    return Math.hypot(xAt(part) - x, yAt(part) - y);
  }

  static void stroke(Drawing graphics, List<Line> lines, Color color, double width) {
    if (lines.isEmpty()) {
      return;
    }
    graphics.setStroke(color);
    graphics.setLineWidth(width);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.beginPath();
    for (Line line : lines) {
      graphics.moveTo(line.fromX, line.fromY);
      graphics.lineTo(line.toX, line.toY);
    }
    graphics.stroke();
  }

  /// Draws an arrowhead at the end of each line.
  static void heads(Drawing graphics, List<Line> lines, Color color, double size) {
    if (lines.isEmpty()) {
      return;
    }
    graphics.setFill(color);
    graphics.beginPath();
    for (Line line : lines) {
      double length = Math.max(1, line.length());
      double unitX = (line.toX - line.fromX) / length;
      double unitY = (line.toY - line.fromY) / length;
      double baseX = line.toX - unitX * size;
      double baseY = line.toY - unitY * size;
      double half = size * 0.45;
      graphics.moveTo(line.toX, line.toY);
      graphics.lineTo(baseX - unitY * half, baseY + unitX * half);
      graphics.lineTo(baseX + unitY * half, baseY - unitX * half);
      graphics.closePath();
    }
    graphics.fill();
  }
}
