package p2pgossip.ui.spacetime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.theme.RolePalette;

/// What the lines, dots and crosses mean, drawn as in the diagram. FX thread only.
final class DiagramLegend extends FlowPane {

  private static final double WIDTH = 26;
  private static final double HEIGHT = 16;
  private static final double GAP = 12;
  private static final double MARGIN = 10;
  private static final double ROW = 22;

  private static final Font FONT = Font.font(DiagramPainter.FONT_SIZE);

  /// @param width of the picture, in pixels
  private record Entry(String words, double width, BiConsumer<Drawing, RolePalette> picture) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("first heard", 14, DiagramLegend::hearing),
          new Entry("news", WIDTH, DiagramLegend::news),
          new Entry("duplicate", WIDTH, DiagramLegend::duplicate),
          new Entry("lost", WIDTH, DiagramLegend::lost),
          new Entry("under way", WIDTH, DiagramLegend::underWay));

  DiagramLegend() {
    super(GAP, 1);
    getStyleClass().add("diagram-legend");
    setPalette(RolePalette.LIGHT);
  }

  void setPalette(RolePalette palette) {
    getChildren().setAll(ENTRIES.stream().map(entry -> label(entry, palette)).toList());
  }

  private static Label label(Entry entry, RolePalette palette) {
    Canvas canvas = new Canvas(entry.width(), HEIGHT);
    entry.picture().accept(new CanvasDrawing(canvas), palette);
    Label label = new Label(entry.words(), canvas);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /// Where the entries stand in a picture: their left upper corners.
  private static List<Place> places(double width) {
    TextWidths widths = new TextWidths(FONT);
    List<Place> places = new ArrayList<>();
    double x = MARGIN;
    double y = MARGIN / 2;
    for (Entry entry : ENTRIES) {
      double wide = entry.width() + 4 + widths.of(entry.words());
      if (x > MARGIN && x + wide > width - MARGIN) {
        x = MARGIN;
        y += ROW;
      }
      places.add(new Place(entry, x, y));
      x += wide + GAP;
    }
    return places;
  }

  private record Place(Entry entry, double x, double y) {}

  /// How high the legend is in a picture of this width, in pixels.
  static double heightOf(double width) {
    return places(width).getLast().y() + ROW;
  }

  /// Draws the legend at the head of a picture, in the colours of the light theme.
  static void draw(Drawing drawing, double width) {
    RolePalette palette = RolePalette.LIGHT;
    for (Place place : places(width)) {
      drawing.setLineDashes();
      drawing.translated(
          place.x(),
          place.y() + (ROW - HEIGHT) / 2,
          () -> place.entry().picture().accept(drawing, palette));
      drawing.setFont(FONT);
      drawing.setTextAlign(TextAlignment.LEFT);
      drawing.setTextBaseline(VPos.CENTER);
      drawing.setFill(palette.ink());
      drawing.fillText(
          place.entry().words(), place.x() + place.entry().width() + 4, place.y() + ROW / 2);
    }
  }

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
