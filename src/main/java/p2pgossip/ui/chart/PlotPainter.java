package p2pgossip.ui.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.RolePalette;

/// Draws a chart. The cost depends on the width in pixels, not on the number of points.
final class PlotPainter {

  static final double FONT_SIZE = 12.5;

  /// Points are marked with dots while they are at least this many pixels apart.
  private static final double DOTS_FROM = 9;

  private static final double HALF_SQUARE = 4.5;

  private static final Font FONT = Font.font(FONT_SIZE);
  private static final double GAP = 7;

  private final Drawing graphics;
  private final ToDoubleFunction<String> textWidth;
  private RolePalette palette = RolePalette.LIGHT;

  /// @param textWidth pixels that a text takes in [#FONT_SIZE]
  PlotPainter(Drawing graphics, ToDoubleFunction<String> textWidth) {
    this.graphics = graphics;
    this.textWidth = textWidth;
  }

  void setPalette(RolePalette palette) {
    this.palette = palette;
  }

  void clear(double width, double height) {
    graphics.setFill(palette.background());
    graphics.fillRect(0, 0, width, height);
  }

  void draw(Chart chart, PlotFrame frame, double width, double height) {
    clear(width, height);
    graphics.setFont(FONT);
    drawGrid(chart, frame);
    chart.bands().forEach(band -> drawBand(band, frame));
    List<Series> series = chart.series();
    for (int i = series.size() - 1; i >= 0; i--) {
      drawSeries(
          series.get(i),
          frame,
          chart.across().unit(),
          series.size() == 1 && chart.bands().isEmpty());
    }
    graphics.setLineDashes();
    drawMarks(chart, frame);
  }

  private void drawGrid(Chart chart, PlotFrame frame) {
    Color line = palette.background().interpolate(palette.ink(), 0.13);
    graphics.setLineDashes();
    graphics.setLineWidth(1);
    graphics.setFill(palette.mutedInk());
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.setTextBaseline(VPos.CENTER);
    for (double tick : frame.up().ticks()) {
      double y = Math.rint(frame.up().pixel(tick)) + 0.5;
      graphics.setStroke(tick == 0 ? palette.background().interpolate(palette.ink(), 0.45) : line);
      graphics.strokeLine(frame.left(), y, frame.right(), y);
      graphics.fillText(PlotFrame.label(chart.up(), frame.up(), tick), frame.left() - GAP, y);
    }
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.TOP);
    graphics.setStroke(palette.background().interpolate(palette.ink(), 0.45));
    for (double tick : frame.across().ticks()) {
      double x = Math.rint(frame.across().pixel(tick)) + 0.5;
      graphics.strokeLine(x, frame.bottom(), x, frame.bottom() + 4);
      String text = PlotFrame.label(chart.across(), frame.across(), tick);
      double half = textWidth.applyAsDouble(text) / 2;
      // The first and the last one keep within the picture.
      graphics.fillText(
          text, Math.max(half + 1, Math.min(x, frame.width() - half - 1)), frame.bottom() + 6);
    }
    graphics.fillText(
        PlotFrame.title(chart.across(), frame.across()),
        (frame.left() + frame.right()) / 2,
        frame.bottom() + 8 + FONT_SIZE * 1.2);
  }

  private void drawBand(Chart.Band band, PlotFrame frame) {
    int points = band.xs().length;
    double[] xs = new double[2 * points];
    double[] ys = new double[2 * points];
    for (int i = 0; i < points; i++) {
      int back = 2 * points - 1 - i;
      xs[i] = frame.across().pixel(band.xs()[i]);
      xs[back] = xs[i];
      ys[i] = frame.up().pixel(band.high()[i]);
      ys[back] = frame.up().pixel(band.low()[i]);
    }
    graphics.setFill(band.look().color(palette).deriveColor(0, 1, 1, 0.16));
    graphics.fillPolygon(xs, ys, 2 * points);
  }

  private void drawSeries(Series series, PlotFrame frame, Chart.Unit across, boolean alone) {
    if (series.xs().length == 0) {
      return;
    }
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    switch (series.shape()) {
      case STEPS -> drawSteps(series, frame, alone);
      case POINTS -> drawPoints(series, frame);
      case BARS -> drawBars(series, frame, across);
    }
  }

  private void drawSteps(Series series, PlotFrame frame, boolean filled) {
    double[] xs = new double[2 * series.xs().length + 4];
    double[] ys = new double[xs.length];
    int count = 0;
    double level = Double.NaN;
    for (int i = 0; i < series.xs().length; i++) {
      double x = frame.across().pixel(series.xs()[i]);
      double y = frame.up().pixel(series.ys()[i]);
      if (count > 0 && x - xs[count - 1] < 0.75) {
        // Within one column of pixels only the vertical extent matters.
        ys[count - 1] = y;
      } else {
        if (count > 0) {
          xs[count] = x;
          ys[count++] = level;
        }
        xs[count] = x;
        ys[count++] = y;
      }
      level = y;
    }
    if (filled) {
      graphics.setFill(series.look().color(palette).deriveColor(0, 1, 1, 0.10));
      int corners = count;
      xs[corners] = xs[count - 1];
      ys[corners++] = frame.bottom();
      xs[corners] = xs[0];
      ys[corners++] = frame.bottom();
      graphics.fillPolygon(xs, ys, corners);
    }
    series.look().stroke(graphics, palette);
    if (count == 1) {
      graphics.setLineDashes();
      dot(xs[0], ys[0], SeriesLook.LINE_WIDTH);
    } else {
      graphics.strokePolyline(xs, ys, count);
    }
  }

  private void drawPoints(Series series, PlotFrame frame) {
    int count = series.xs().length;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = frame.across().pixel(series.xs()[i]);
      ys[i] = frame.up().pixel(series.ys()[i]);
    }
    series.look().stroke(graphics, palette);
    graphics.strokePolyline(xs, ys, count);
    if (count == 1 || xs[1] - xs[0] >= DOTS_FROM) {
      graphics.setFill(series.look().color(palette));
      for (int i = 0; i < count; i++) {
        graphics.fillOval(xs[i] - 3.5, ys[i] - 3.5, 7, 7);
      }
    }
  }

  private void drawBars(Series series, PlotFrame frame, Chart.Unit unit) {
    double apart = unit == Chart.Unit.SHARE && series.xs().length > 0 ? 2 * series.xs()[0] : 1;
    double room = frame.across().pixel(apart) - frame.across().pixel(0);
    double thick = Math.max(1, Math.min(34, room * 0.72));
    graphics.setFill(series.look().color(palette));
    for (int i = 0; i < series.xs().length; i++) {
      double y = frame.up().pixel(series.ys()[i]);
      graphics.fillRect(
          frame.across().pixel(series.xs()[i]) - thick / 2, y, thick, frame.bottom() - y);
    }
  }

  private void drawMarks(Chart chart, PlotFrame frame) {
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    for (Chart.Mark mark : chart.marks()) {
      drawMark(mark, frame.across().pixel(mark.x()), frame.up().pixel(mark.y()));
    }
    List<Chart.Mark> worded = chart.worded();
    List<Box> boxes = MarkPlacement.of(chart, frame, textWidth);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      graphics.setFill(palette.background().deriveColor(0, 1, 1, 0.8));
      graphics.fillRect(box.x(), box.y(), box.width(), box.height());
      graphics.setFill(palette.ink());
      graphics.fillText(worded.get(i).text(), MarkPlacement.textX(box), box.middleY());
    }
  }

  private void drawMark(Chart.Mark mark, double x, double y) {
    Color color = mark.look().color(palette);
    graphics.setFill(color);
    switch (mark.shape()) {
      case DOT -> dot(x, y, MarkPlacement.DOT_RADIUS);
      case OPEN -> {
        double radius = MarkPlacement.DOT_RADIUS;
        graphics.setFill(palette.background());
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setStroke(color);
        graphics.setLineWidth(2);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
      }
      case CLOSED -> {
        graphics.fillRect(x - HALF_SQUARE, y - HALF_SQUARE, 2 * HALF_SQUARE, 2 * HALF_SQUARE);
        graphics.setStroke(palette.background());
        graphics.setLineWidth(1.5);
        graphics.strokeRect(x - HALF_SQUARE, y - HALF_SQUARE, 2 * HALF_SQUARE, 2 * HALF_SQUARE);
      }
    }
  }

  private void dot(double x, double y, double radius) {
    graphics.setStroke(palette.background());
    graphics.setLineWidth(1.5);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
