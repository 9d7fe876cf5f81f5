package p2pgossip.ui.draw;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// A straight line on the screen, in pixels.
public record Line(double fromX, double fromY, double toX, double toY) {

  public double length() {
    return Math.hypot(toX - fromX, toY - fromY);
  }

  /// The place at a part of the line, 0 to 1.
  public double xAt(double part) {
    return fromX + (toX - fromX) * part;
  }

  public double yAt(double part) {
    return fromY + (toY - fromY) * part;
  }

  /// The piece between two parts of the line, from the first to the second.
  public Line piece(double start, double end) {
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

  /// Draws lines.
  public static void stroke(Drawing graphics, List<Line> lines, Color color, double width) {
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
  public static void heads(Drawing graphics, List<Line> lines, Color color, double size) {
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
