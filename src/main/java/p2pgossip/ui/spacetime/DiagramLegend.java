package p2pgossip.ui.spacetime;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.legend.DrawnLegend.Entry;
import p2pgossip.ui.theme.RolePalette;

/// What the lines, dots and crosses mean, drawn as in the diagram.
final class DiagramLegend {

  private static final double WIDTH = 26;
  private static final double HEIGHT = DrawnLegend.HEIGHT;

  static final List<Entry> ENTRIES =
      List.of(
          new Entry("first heard", 14, DiagramLegend::hearing),
          new Entry("news", WIDTH, DiagramLegend::news),
          new Entry("duplicate", WIDTH, DiagramLegend::duplicate),
          new Entry("lost", WIDTH, DiagramLegend::lost),
          new Entry("under way", WIDTH, DiagramLegend::underWay));

  private DiagramLegend() {}

  private static void hearing(Drawing graphics, RolePalette palette) {
    graphics.setFill(palette.accent());
    graphics.fillOval(2, HEIGHT / 2 - 5, 10, 10);
  }

  private static void news(Drawing graphics, RolePalette palette) {
    graphics.setStroke(palette.accent());
    graphics.setFill(palette.accent());
    graphics.setLineWidth(2);
    graphics.strokeLine(1, HEIGHT / 2, WIDTH - 8, HEIGHT / 2);
    head(graphics);
  }

  private static void duplicate(Drawing graphics, RolePalette palette) {
    Color pale = palette.background().interpolate(palette.ink(), 0.42);
    graphics.setStroke(pale);
    graphics.setFill(pale);
    graphics.setLineWidth(1.3);
    graphics.setLineDashes(5, 4);
    graphics.strokeLine(1, HEIGHT / 2, WIDTH - 8, HEIGHT / 2);
    head(graphics);
  }

  private static void lost(Drawing graphics, RolePalette palette) {
    double x = WIDTH - 7;
    double y = HEIGHT / 2;
    graphics.setStroke(palette.failure());
    graphics.setLineWidth(1.5);
    graphics.strokeLine(1, y, x, y);
    graphics.setLineWidth(2.2);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.strokeLine(x - 4, y - 4, x + 4, y + 4);
    graphics.strokeLine(x - 4, y + 4, x + 4, y - 4);
  }

  private static void underWay(Drawing graphics, RolePalette palette) {
    graphics.setStroke(palette.mutedInk());
    graphics.setFill(palette.mutedInk());
    graphics.setLineWidth(1.3);
    graphics.strokeLine(1, HEIGHT / 2, WIDTH - 6, HEIGHT / 2);
    graphics.fillRect(WIDTH - 9, HEIGHT / 2 - 3, 6, 6);
  }

  private static void head(Drawing graphics) {
    graphics.fillPolygon(
        new double[] {WIDTH - 1, WIDTH - 9, WIDTH - 9},
        new double[] {HEIGHT / 2, HEIGHT / 2 - 3.6, HEIGHT / 2 + 3.6},
        3);
  }
}
