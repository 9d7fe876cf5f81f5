package p2pgossip.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.theme.RolePalette;

/// A chart by itself: below its heading and, if there are several curves, their names.
final class ChartSketch {

  private static final double MARGIN = 10;
  private static final double HEAD = 26;
  private static final double ROW = 20;
  private static final double GAP = 14;

  private static final Font PLAIN = Font.font(PlotPainter.FONT_SIZE);
  private static final Font BOLD = Font.font("System", FontWeight.BOLD, 14);

  private final String heading;
  private final String remark;
  private final Chart chart;
  private final double width;
  private final double height;
  private final TextWidths widths = new TextWidths(PLAIN);
  private final RolePalette palette = RolePalette.LIGHT;
  private final List<Entry> legend;

  /// The name of a curve.
  private record Entry(Series series, double x, double y) {}

  private ChartSketch(String heading, String remark, Chart chart, double width, double height) {
    this.heading = heading;
    this.remark = remark;
    this.chart = chart;
    this.width = width;
    this.height = height;
    legend = legend();
  }

  /// @param width of the plot alone, in pixels
  /// @param height likewise
  static Sketch of(String heading, String remark, Chart chart, double width, double height) {
    ChartSketch sketch = new ChartSketch(heading, remark, chart, width, height);
    return new Sketch(
        heading, chart.spoken(), width + 2 * MARGIN, sketch.top() + height + MARGIN, sketch::draw);
  }

  private List<Entry> legend() {
    List<Entry> entries = new ArrayList<>();
    if (chart.series().size() > 1) {
      double x = MARGIN;
      double y = MARGIN + HEAD;
      for (Series series : chart.series()) {
        double wide = SeriesLook.SWATCH_WIDTH + 7 + widths.of(series.name());
        if (x > MARGIN && x + wide > MARGIN + width) {
          x = MARGIN;
          y += ROW;
        }
        entries.add(new Entry(series, x, y));
        x += wide + GAP;
      }
    }
    return entries;
  }

  /// Where the plot begins.
  private double top() {
    return legend.isEmpty() ? MARGIN + HEAD : legend.getLast().y() + ROW + 4;
  }

  private void draw(Drawing drawing) {
    drawing.setFill(palette.background());
    drawing.fillRect(0, 0, width + 2 * MARGIN, top() + height + MARGIN);
    drawing.setTextAlign(TextAlignment.LEFT);
    drawing.setTextBaseline(VPos.CENTER);
    drawing.setFont(BOLD);
    drawing.setFill(palette.ink());
    drawing.fillText(heading, MARGIN, MARGIN + HEAD / 2);
    drawing.setFont(PLAIN);
    drawing.setFill(palette.mutedInk());
    drawing.fillText(remark, MARGIN + new TextWidths(BOLD).of(heading) + GAP, MARGIN + HEAD / 2);
    for (Entry entry : legend) {
      double y = entry.y() + ROW / 2;
      entry.series().look().stroke(drawing, palette);
      drawing.strokeLine(entry.x(), y, entry.x() + SeriesLook.SWATCH_WIDTH, y);
      drawing.setLineDashes();
      drawing.setFill(palette.ink());
      drawing.fillText(entry.series().name(), entry.x() + SeriesLook.SWATCH_WIDTH + 7, y);
    }
    drawing.translated(
        MARGIN,
        top(),
        () ->
            new PlotPainter(drawing, widths::of)
                .draw(chart, PlotFrame.of(chart, width, height, widths::of), width, height));
  }
}
