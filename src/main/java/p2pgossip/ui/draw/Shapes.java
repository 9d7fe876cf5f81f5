package p2pgossip.ui.draw;

import javafx.scene.shape.StrokeLineCap;

/// Small shapes round a middle, in pixels, in the colours and the line width that the drawing has.
/// Lines are solid afterwards.
public final class Shapes {

  private static final double[] SOLID = {};

  private static final int DOTS = 12;

  private Shapes() {}

  public static void disc(Drawing drawing, double x, double y, double radius) {
    drawing.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  public static void ring(Drawing drawing, double x, double y, double radius) {
    drawing.strokeArc(x - radius, y - radius, 2 * radius, 2 * radius, 90, 360);
  }

  /// Twelve dots, whatever the size.
  public static void dottedRing(Drawing drawing, double x, double y, double radius) {
    drawing.setLineCap(StrokeLineCap.ROUND);
    double pitch = 2 * Math.PI * radius / DOTS;
    drawing.setLineDashes(0.1, pitch - 0.1);
    ring(drawing, x, y, radius);
    drawing.setLineDashes(SOLID);
    drawing.setLineCap(StrokeLineCap.SQUARE);
  }

  /// @param half half the length of a side
  public static void dashedSquare(Drawing drawing, double x, double y, double half) {
    drawing.setLineCap(StrokeLineCap.BUTT);
    drawing.setLineDashes(half * 0.5, half * 0.3);
    drawing.strokeRect(x - half, y - half, 2 * half, 2 * half);
    drawing.setLineDashes(SOLID);
    drawing.setLineCap(StrokeLineCap.SQUARE);
  }

  /// @param arm how far it reaches from the middle, across and down
  public static void cross(Drawing drawing, double x, double y, double arm) {
    drawing.setLineCap(StrokeLineCap.ROUND);
    drawing.strokeLine(x - arm, y - arm, x + arm, y + arm);
    drawing.strokeLine(x - arm, y + arm, x + arm, y - arm);
    drawing.setLineCap(StrokeLineCap.SQUARE);
  }
}
