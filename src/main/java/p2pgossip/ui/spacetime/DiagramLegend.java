package p2pgossip.ui.spacetime;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.StrokeLineCap;
import p2pgossip.ui.theme.RolePalette;

/// What the lines, dots and crosses mean, drawn as in the diagram.
final class DiagramLegend extends FlowPane {

  private static final double WIDTH = 26;
  private static final double HEIGHT = 16;

  DiagramLegend() {
    super(12, 1);
    getStyleClass().add("diagram-legend");
    setPalette(RolePalette.LIGHT);
  }

  void setPalette(RolePalette palette) {
    getChildren()
        .setAll(
            entry("first heard", hearing(palette)),
            entry("news", news(palette)),
            entry("duplicate", duplicate(palette)),
            entry("lost", lost(palette)),
            entry("under way", underWay(palette)));
  }

  private static Label entry(String words, Node picture) {
    Label label = new Label(words, picture);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Node hearing(RolePalette palette) {
    Canvas canvas = new Canvas(14, HEIGHT);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setFill(palette.accent());
    graphics.fillOval(2, HEIGHT / 2 - 5, 10, 10);
    return canvas;
  }

  private static Node news(RolePalette palette) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setStroke(palette.accent());
    graphics.setFill(palette.accent());
    graphics.setLineWidth(2);
    graphics.strokeLine(1, HEIGHT / 2, WIDTH - 8, HEIGHT / 2);
    head(graphics);
    return canvas;
  }

  private static Node duplicate(RolePalette palette) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setStroke(palette.background().interpolate(palette.ink(), 0.42));
    graphics.setFill(palette.background().interpolate(palette.ink(), 0.42));
    graphics.setLineWidth(1.3);
    graphics.setLineDashes(5, 4);
    graphics.strokeLine(1, HEIGHT / 2, WIDTH - 8, HEIGHT / 2);
    head(graphics);
    return canvas;
  }

  private static Node lost(RolePalette palette) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    double x = WIDTH - 7;
    double y = HEIGHT / 2;
    graphics.setStroke(palette.failure());
    graphics.setLineWidth(1.5);
    graphics.strokeLine(1, y, x, y);
    graphics.setLineWidth(2.2);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.strokeLine(x - 4, y - 4, x + 4, y + 4);
    graphics.strokeLine(x - 4, y + 4, x + 4, y - 4);
    return canvas;
  }

  private static Node underWay(RolePalette palette) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setStroke(palette.mutedInk());
    graphics.setFill(palette.mutedInk());
    graphics.setLineWidth(1.3);
    graphics.strokeLine(1, HEIGHT / 2, WIDTH - 6, HEIGHT / 2);
    graphics.fillRect(WIDTH - 9, HEIGHT / 2 - 3, 6, 6);
    return canvas;
  }

  private static void head(GraphicsContext graphics) {
    graphics.fillPolygon(
        new double[] {WIDTH - 1, WIDTH - 9, WIDTH - 9},
        new double[] {HEIGHT / 2, HEIGHT / 2 - 3.6, HEIGHT / 2 + 3.6},
        3);
  }
}
