package p2pgossip.ui.draw;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import p2pgossip.file.SvgElements;

/// Draws an SVG document (W3C, "Scalable Vector Graphics (SVG) 1.1"). FX thread only.
///
/// Each shape is an element of its own, and so is each piece of a path that begins with a
/// [#moveTo]. What is [named][#named] is a group whose class is its kind and whose title is its
/// name.
public final class SvgDrawing implements Drawing {

  /// The window's font is the system's; these come near to it where it has another name or is not
  /// there.
  private static final String FONTS =
      "system-ui, 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif";

  private final SvgElements svg = new SvgElements();
  private final double width;
  private final double height;
  private final Map<Font, TextWidths> widths = new HashMap<>();
  private final List<StringBuilder> path = new ArrayList<>();
  private DrawingState state = new DrawingState();
  private int clips;

  private SvgDrawing(Sketch sketch) {
    width = sketch.width();
    height = sketch.height();
    svg.attribute("width", width);
    svg.attribute("height", height);
    svg.attribute("viewBox", "0 0 " + SvgElements.number(width) + " " + SvgElements.number(height));
    svg.attribute("role", "img");
    svg.attribute("font-family", FONTS);
    svg.element("title", sketch.title());
    svg.element("desc", sketch.words());
  }

  /// The sketch as a document, to be written in UTF-8.
  public static String document(Sketch sketch) {
    SvgDrawing drawing = new SvgDrawing(sketch);
    sketch.painting().accept(drawing);
    return drawing.svg.end();
  }

  @Override
  public boolean isVector() {
    return true;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public double pixelScale() {
    return 1;
  }

  @Override
  public void setFill(Color color) {
    state.fill = color;
  }

  @Override
  public void setStroke(Color color) {
    state.stroke = color;
  }

  @Override
  public void setLineWidth(double lineWidth) {
    state.lineWidth = lineWidth;
  }

  @Override
  public void setLineDashes(double... dashes) {
    state.dashes = dashes.clone();
  }

  @Override
  public void setLineCap(StrokeLineCap cap) {
    state.cap = cap;
  }

  @Override
  public void setLineJoin(StrokeLineJoin join) {
    state.join = join;
  }

  @Override
  public void setFont(Font font) {
    state.font = font;
  }

  @Override
  public void setTextAlign(TextAlignment alignment) {
    state.alignment = alignment;
  }

  @Override
  public void setTextBaseline(VPos baseline) {
    state.baseline = baseline;
  }

  /// A document begins empty, and nothing in it is drawn twice.
  @Override
  public void clearRect(double x, double y, double wide, double high) {}

  @Override
  public void fillRect(double x, double y, double wide, double high) {
    filled("rect", "x", x, "y", y, "width", wide, "height", high);
  }

  @Override
  public void strokeRect(double x, double y, double wide, double high) {
    stroked("rect", "x", x, "y", y, "width", wide, "height", high);
  }

  @Override
  public void fillRoundRect(
      double x, double y, double wide, double high, double arcWidth, double arcHeight) {
    filled(
        "rect",
        "x",
        x,
        "y",
        y,
        "width",
        wide,
        "height",
        high,
        "rx",
        arcWidth / 2,
        "ry",
        arcHeight / 2);
  }

  @Override
  public void fillOval(double x, double y, double wide, double high) {
    filled("ellipse", "cx", x + wide / 2, "cy", y + high / 2, "rx", wide / 2, "ry", high / 2);
  }

  @Override
  public void strokeOval(double x, double y, double wide, double high) {
    stroked("ellipse", "cx", x + wide / 2, "cy", y + high / 2, "rx", wide / 2, "ry", high / 2);
  }

  @Override
  public void strokeArc(double x, double y, double wide, double high, double start, double extent) {
    if (Math.abs(extent) >= 360) {
      strokeOval(x, y, wide, high);
      return;
    }
    boolean large = Math.abs(extent) > 180;
    boolean clockwise = extent < 0;
    String data =
        String.join(
            " ",
            "M",
            onArc(x, y, wide, high, start),
            "A",
            SvgElements.number(wide / 2),
            SvgElements.number(high / 2),
            "0",
            large ? "1" : "0",
            clockwise ? "1" : "0",
            onArc(x, y, wide, high, start + extent));
    element("path", "d", data, this::writeStroke);
  }

  private static String onArc(double x, double y, double wide, double high, double degrees) {
    double angle = Math.toRadians(degrees);
    return SvgElements.point(
        x + wide / 2 * (1 + Math.cos(angle)), y + high / 2 * (1 - Math.sin(angle)));
  }

  @Override
  public void strokeLine(double fromX, double fromY, double toX, double toY) {
    stroked("line", "x1", fromX, "y1", fromY, "x2", toX, "y2", toY);
  }

  @Override
  public void strokePolyline(double[] xs, double[] ys, int count) {
    element("polyline", "points", points(xs, ys, count), this::writeStroke);
  }

  @Override
  public void strokePolygon(double[] xs, double[] ys, int count) {
    element("polygon", "points", points(xs, ys, count), this::writeStroke);
  }

  @Override
  public void fillPolygon(double[] xs, double[] ys, int count) {
    element("polygon", "points", points(xs, ys, count), this::writeFill);
  }

  private static String points(double[] xs, double[] ys, int count) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < count; i++) {
      points.append(i == 0 ? "" : " ").append(SvgElements.point(xs[i], ys[i]));
    }
    return points.toString();
  }

  @Override
  public void beginPath() {
    path.clear();
  }

  @Override
  public void moveTo(double x, double y) {
    path.add(new StringBuilder("M ").append(SvgElements.point(x, y)));
  }

  @Override
  public void lineTo(double x, double y) {
    path.getLast().append(" L ").append(SvgElements.point(x, y));
  }

  @Override
  public void closePath() {
    path.getLast().append(" Z");
  }

  @Override
  public void stroke() {
    path.forEach(piece -> element("path", "d", piece.toString(), this::writeStroke));
  }

  @Override
  public void fill() {
    path.forEach(piece -> element("path", "d", piece.toString(), this::writeFill));
  }

  @Override
  public void fillText(String words, double x, double y) {
    if (words.isEmpty()) {
      return;
    }
    svg.start("text");
    svg.attribute("x", x);
    svg.attribute("y", y + descent());
    svg.attribute("font-size", state.font.getSize());
    if (state.font.getStyle().toLowerCase(Locale.ROOT).contains("bold")) {
      svg.attribute("font-weight", "bold");
    }
    if (state.alignment != TextAlignment.LEFT) {
      svg.attribute("text-anchor", state.alignment == TextAlignment.RIGHT ? "end" : "middle");
    }
    // Another font than the window's takes as much room.
    svg.attribute("textLength", widths.computeIfAbsent(state.font, TextWidths::new).of(words));
    svg.attribute("lengthAdjust", "spacingAndGlyphs");
    writeFill();
    svg.characters(words);
    svg.endElement();
  }

  /// How far below the place of a text its letters stand.
  private double descent() {
    Text line = new Text("Hg");
    line.setFont(state.font);
    double ascent = line.getBaselineOffset();
    double high = line.getLayoutBounds().getHeight();
    return switch (state.baseline) {
      case TOP -> ascent;
      case CENTER -> ascent - high / 2;
      case BASELINE -> 0;
      case BOTTOM -> ascent - high;
    };
  }

  @Override
  public void drawImage(Image image, double x, double y) {
    throw new UnsupportedOperationException("a drawing of vectors takes no images");
  }

  @Override
  public void drawImage(
      Image image,
      double fromX,
      double fromY,
      double fromWidth,
      double fromHeight,
      double x,
      double y,
      double wide,
      double high) {
    throw new UnsupportedOperationException("a drawing of vectors takes no images");
  }

  @Override
  public void clipped(double x, double y, double wide, double high, Runnable painting) {
    clips++;
    String id = "clip" + clips;
    svg.start("clipPath");
    svg.attribute("id", id);
    filled("rect", "x", x, "y", y, "width", wide, "height", high);
    svg.endElement();
    group("clip-path", "url(#" + id + ")", "", painting);
  }

  @Override
  public void translated(double x, double y, Runnable painting) {
    group(
        "transform",
        "translate(" + SvgElements.number(x) + " " + SvgElements.number(y) + ")",
        "",
        painting);
  }

  @Override
  public void named(String kind, String name, Runnable painting) {
    group("class", kind, name, painting);
  }

  private void group(String attribute, String value, String title, Runnable painting) {
    DrawingState before = state;
    state = before.copy();
    svg.start("g");
    svg.attribute(attribute, value);
    if (!title.isEmpty()) {
      svg.element("title", title);
    }
    painting.run();
    svg.endElement();
    state = before;
  }

  /// @param figures names and numbers in turn
  private void filled(String name, Object... figures) {
    shape(name, figures);
    writeFill();
  }

  private void stroked(String name, Object... figures) {
    shape(name, figures);
    writeStroke();
  }

  private void shape(String name, Object... figures) {
    svg.empty(name);
    for (int i = 0; i < figures.length; i += 2) {
      svg.attribute((String) figures[i], (Double) figures[i + 1]);
    }
  }

  private void element(String name, String attribute, String value, Runnable paint) {
    svg.empty(name);
    svg.attribute(attribute, value);
    paint.run();
  }

  private void writeFill() {
    SvgColor.write(svg, "fill", state.fill);
  }

  private void writeStroke() {
    svg.attribute("fill", "none");
    SvgColor.write(svg, "stroke", state.stroke);
    svg.attribute("stroke-width", state.lineWidth);
    svg.attribute("stroke-linecap", state.cap.name().toLowerCase(Locale.ROOT));
    svg.attribute("stroke-linejoin", state.join.name().toLowerCase(Locale.ROOT));
    if (state.dashes.length > 0) {
      svg.attribute(
          "stroke-dasharray",
          Arrays.stream(state.dashes).mapToObj(SvgElements::number).collect(joining(" ")));
    }
  }
}
