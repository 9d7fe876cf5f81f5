package p2pgossip.ui.laboratory;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import p2pgossip.heatmap.HeatMapLayout;
import p2pgossip.heatmap.HeatMapLayout.Cell;
import p2pgossip.heatmap.HeatMapLayout.Shade;
import p2pgossip.heatmap.HeatMapLayout.Words;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.laboratory.SweepChart.Cells;
import p2pgossip.laboratory.SweepChart.Line;
import p2pgossip.laboratory.SweepChart.Lines;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.laboratory.SweepScale.Tick;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.HearingRamp;
import p2pgossip.ui.theme.RolePalette;

/// Draws a chart of a sweep: lines with error bars, or a heat map.
final class SweepPainter {

  static final double FONT_SIZE = 12.5;
  static final Font FONT = Font.font(FONT_SIZE);

  /// Half the width of the ends of an error bar.
  private static final double CAP = 4;

  private static final double RING = 9;
  private static final double HAIR = 1e-9;

  private final Drawing drawing;
  private final ToDoubleFunction<String> textWidth;
  private final RolePalette palette;

  /// @param textWidth pixels that a text takes in [#FONT]
  SweepPainter(Drawing drawing, ToDoubleFunction<String> textWidth, RolePalette palette) {
    this.drawing = drawing;
    this.textWidth = textWidth;
    this.palette = palette;
  }

  /// @param selected the point that stands out; negative for none
  void draw(SweepChart chart, SweepFrame frame, double width, double height, int selected) {
    drawing.setLineDashes();
    drawing.setFill(palette.background());
    drawing.fillRect(0, 0, width, height);
    drawing.setFont(FONT);
    switch (chart) {
      case Lines lines -> {
        drawLevels(lines, frame);
        drawAcross(lines, frame);
        for (int line = lines.lines().size() - 1; line >= 0; line--) {
          drawLine(
              lines.lines().get(line),
              SeriesMark.of(lines.lines().get(line).mark()),
              lines.joined(),
              frame);
        }
        lines.spots().stream()
            .filter(spot -> spot.point() == selected)
            .forEach(spot -> drawRing(spot, frame));
      }
      case Cells cells -> {
        HeatMapLayout layout = HeatMapLayout.of(cells.map(), width, height, textWidth);
        drawCells(cells, layout, selected);
        drawWords(layout);
        drawScale(layout);
      }
    }
  }

  private Color faint(double part) {
    return palette.background().interpolate(palette.ink(), part);
  }

  private void drawLevels(Lines chart, SweepFrame frame) {
    drawing.setLineWidth(1);
    drawing.setTextAlign(TextAlignment.RIGHT);
    drawing.setTextBaseline(VPos.CENTER);
    double before = Double.POSITIVE_INFINITY;
    double zero = chart.up().logarithmic() ? 0 : chart.up().place(0);
    for (Tick tick : chart.up().ticks()) {
      double y = Math.rint(frame.y(tick.place())) + 0.5;
      drawing.setStroke(faint(Math.abs(tick.place() - zero) < HAIR ? 0.45 : 0.13));
      drawing.strokeLine(frame.left(), y, frame.right(), y);
      if (before - y >= SweepFrame.ROW - 2) {
        drawing.setFill(palette.mutedInk());
        drawing.fillText(tick.words(), frame.left() - SweepFrame.GAP, y);
        before = y;
      }
    }
  }

  private void drawAcross(Lines chart, SweepFrame frame) {
    List<Tick> ticks = chart.across().ticks();
    boolean words = SweepFrame.isWords(chart.across());
    double room = frame.rows() * (frame.right() - frame.left()) / Math.max(1, ticks.size());
    drawing.setTextAlign(TextAlignment.CENTER);
    drawing.setTextBaseline(VPos.TOP);
    drawing.setFill(palette.mutedInk());
    drawing.setStroke(faint(0.45));
    drawing.setLineWidth(1);
    double end = Double.NEGATIVE_INFINITY;
    for (int each = 0; each < ticks.size(); each++) {
      Tick tick = ticks.get(each);
      double x = Math.rint(frame.x(tick.place())) + 0.5;
      drawing.strokeLine(x, frame.bottom(), x, frame.bottom() + 4);
      String text = words ? shortened(tick.words(), room - SweepFrame.GAP) : tick.words();
      double half = textWidth.applyAsDouble(text) / 2;
      double middle = Math.max(half + 1, Math.min(x, frame.width() - half - 1));
      // Numbers that would meet the one before are left out; words have two rows.
      if (words || middle - half >= end + SweepFrame.GAP) {
        double row = frame.rows() == 2 && each % 2 == 1 ? SweepFrame.ROW : 0;
        drawing.fillText(text, middle, frame.bottom() + 6 + row);
        end = middle + half;
      }
    }
    drawing.fillText(
        chart.across().title(),
        (frame.left() + frame.right()) / 2,
        frame.bottom() + 6 + frame.rows() * SweepFrame.ROW);
  }

  private String shortened(String words, double room) {
    String text = words;
    while (text.length() > 1 && textWidth.applyAsDouble(text) > room) {
      text = text.substring(0, text.length() - (text.endsWith("…") ? 2 : 1)) + "…";
    }
    return text;
  }

  private void drawLine(Line line, SeriesMark mark, boolean joined, SweepFrame frame) {
    List<Spot> spots = line.spots();
    if (joined && spots.size() > 1) {
      mark.look().stroke(drawing, palette);
      drawing.strokePolyline(
          spots.stream().mapToDouble(spot -> frame.x(spot.x())).toArray(),
          spots.stream().mapToDouble(spot -> frame.y(spot.y())).toArray(),
          spots.size());
    }
    drawing.setLineDashes();
    drawing.setLineCap(StrokeLineCap.BUTT);
    for (Spot spot : spots) {
      drawBar(spot, mark, frame);
      mark.draw(drawing, palette, frame.x(spot.x()), frame.y(spot.y()));
    }
  }

  private void drawBar(Spot spot, SeriesMark mark, SweepFrame frame) {
    double x = frame.x(spot.x());
    double low = frame.y(spot.low());
    double high = frame.y(spot.high());
    if (Double.isNaN(low) || Double.isNaN(high)) {
      return;
    }
    drawing.setStroke(mark.look().color(palette));
    drawing.setLineWidth(1.5);
    drawing.strokeLine(x, low, x, high);
    drawing.strokeLine(x - CAP, low, x + CAP, low);
    drawing.strokeLine(x - CAP, high, x + CAP, high);
  }

  private void drawRing(Spot spot, SweepFrame frame) {
    drawing.setStroke(palette.ink());
    drawing.setLineWidth(1.5);
    drawing.strokeOval(frame.x(spot.x()) - RING, frame.y(spot.y()) - RING, 2 * RING, 2 * RING);
  }

  private void drawCells(Cells chart, HeatMapLayout layout, int selected) {
    drawing.setTextAlign(TextAlignment.CENTER);
    drawing.setTextBaseline(VPos.CENTER);
    Cell ringed = null;
    for (int each = 0; each < layout.cells().size(); each++) {
      Cell cell = layout.cells().get(each);
      boolean known = !Double.isNaN(cell.part());
      int step = HearingRamp.step(known ? cell.part() : 0);
      drawing.setFill(known ? palette.ramp().color(step) : faint(0.08));
      drawing.fillRect(cell.x(), cell.y(), cell.width(), cell.height());
      if (!cell.figure().isEmpty()) {
        drawing.setFill(known ? palette.ramp().over(step) : palette.mutedInk());
        drawing.fillText(cell.figure(), cell.middleX(), cell.middleY());
      }
      if (chart.spots().get(each).point() == selected) {
        ringed = cell;
      }
    }
    if (ringed != null) {
      drawing.setStroke(palette.ink());
      drawing.setLineWidth(2);
      drawing.strokeRect(ringed.x(), ringed.y(), ringed.width(), ringed.height());
    }
  }

  private void drawWords(HeatMapLayout layout) {
    drawing.setTextBaseline(VPos.CENTER);
    drawing.setFill(palette.mutedInk());
    for (Words words : layout.words()) {
      drawing.setTextAlign(
          switch (words.anchor()) {
            case START -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> TextAlignment.RIGHT;
          });
      drawing.fillText(words.text(), words.x(), words.y());
    }
  }

  private void drawScale(HeatMapLayout layout) {
    for (Shade shade : layout.shades()) {
      drawing.setFill(palette.ramp().color(HearingRamp.step(shade.part())));
      // A little wider than it is, so that nothing shows between two.
      drawing.fillRect(shade.x(), shade.y(), shade.width() + 0.5, shade.height());
    }
  }
}
