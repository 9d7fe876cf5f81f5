package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.ui.chart.ChartCard;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.legend.DrawnLegend.Entry;
import p2pgossip.ui.theme.RolePalette;

/// A chart of a sweep or of a set, below its heading. FX thread only.
final class SweepCard {

  private static final double SWATCH = 36;
  private static final double HEAD = 30;
  private static final double MARGIN = 10;
  private static final Font BOLD = Font.font("System", FontWeight.BOLD, 14);

  private final String heading;
  private final Label remark = new Label();
  private final SweepPlot plot;
  private final ChartCard card;
  private final DrawnLegend explained = new DrawnLegend(List.of());
  private List<Entry> legend = List.of();

  /// @param where it is, and `name` which one: by `where-name` it is found in the scene, and by
  ///     `where-plot-name` the plot in it
  /// @param definition what it shows, in a sentence or two
  /// @param chosen is told the point that the user selects
  /// @param opened is called when the user wants it to be opened
  SweepCard(
      String where,
      String name,
      String heading,
      String definition,
      IntConsumer chosen,
      Runnable opened) {
    this.heading = heading;
    plot = new SweepPlot(chosen, opened);
    plot.setId(where + "-plot-" + name);
    remark.getStyleClass().addAll(Styles.TEXT_MUTED, "chart-remark");
    remark.setMinWidth(0);
    HBox head = new HBox(8, remark);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("chart-head");
    card = new ChartCard(heading, definition, head, plot, this::sketch);
    card.setId(where + "-" + name);
  }

  ChartCard card() {
    return card;
  }

  /// What it shows now; null at first.
  @Nullable SweepChart chart() {
    return plot.chart();
  }

  /// @param entries the names of its lines
  /// @param words stand in grey beside the heading
  /// @param selected the point that stands out; negative for none
  /// @param reading what a spot says, in some lines
  void show(
      SweepChart chart,
      List<Entry> entries,
      String words,
      int selected,
      Function<Spot, List<String>> reading) {
    legend = entries;
    explained.explain(entries);
    remark.setText(words);
    plot.show(chart, selected, reading);
  }

  /// Has the names of the lines stand in the card too.
  void showLegend() {
    card.putLegend(explained);
  }

  void setPalette(RolePalette palette) {
    explained.setPalette(palette);
    plot.setPalette(palette);
  }

  /// The names of the lines of a chart, with their marks; none if there is one line.
  static List<Entry> legend(SweepChart chart) {
    if (!(chart instanceof SweepChart.Lines lines) || lines.lines().size() < 2) {
      return List.of();
    }
    return IntStream.range(0, lines.lines().size())
        .mapToObj(
            line ->
                new Entry(
                    lines.lines().get(line).name(),
                    SWATCH,
                    (drawing, palette) ->
                        SeriesMark.of(lines.lines().get(line).mark())
                            .explain(drawing, palette, SWATCH, DrawnLegend.HEIGHT, lines.joined())))
        .toList();
  }

  /// @param table its numbers
  Printed printed(Printed.Table table) {
    boolean shown = plot.chart() != null;
    return new Printed(heading, card, shown ? card : null, shown ? table : null);
  }

  private @Nullable Sketch sketch() {
    SweepChart chart = plot.chart();
    double width = plot.getWidth();
    double height = plot.getHeight();
    if (chart == null || width < 1 || height < 1) {
      return null;
    }
    List<Entry> names = legend;
    double top = HEAD + (names.isEmpty() ? 0 : DrawnLegend.heightOf(names, width));
    return new Sketch(
        heading,
        chart.spoken(),
        width + 2 * MARGIN,
        top + height + MARGIN,
        drawing -> draw(drawing, chart, names, width, height, top));
  }

  private void draw(
      Drawing drawing,
      SweepChart chart,
      List<Entry> names,
      double width,
      double height,
      double top) {
    RolePalette palette = RolePalette.LIGHT;
    TextWidths widths = new TextWidths(SweepPainter.FONT);
    drawing.setFill(palette.background());
    drawing.fillRect(0, 0, width + 2 * MARGIN, top + height + MARGIN);
    drawing.setTextAlign(TextAlignment.LEFT);
    drawing.setTextBaseline(VPos.CENTER);
    drawing.setFont(BOLD);
    drawing.setFill(palette.ink());
    drawing.fillText(heading, MARGIN, HEAD / 2);
    drawing.setFont(SweepPainter.FONT);
    drawing.setFill(palette.mutedInk());
    drawing.fillText(remark.getText(), 2 * MARGIN + new TextWidths(BOLD).of(heading), HEAD / 2);
    if (!names.isEmpty()) {
      drawing.translated(0, HEAD, () -> DrawnLegend.draw(names, drawing, width));
    }
    drawing.translated(
        MARGIN,
        top,
        () ->
            new SweepPainter(drawing, widths::of, palette)
                .draw(chart, SweepFrame.of(chart, width, height, widths::of), width, height, -1));
  }
}
