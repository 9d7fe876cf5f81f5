package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import java.util.List;
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
import p2pgossip.file.CsvTable;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.laboratory.SweepCharts;
import p2pgossip.laboratory.SweepDifferences;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.ui.chart.ChartCard;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.legend.DrawnLegend.Entry;
import p2pgossip.ui.theme.RolePalette;

/// The chart of a measure of a sweep, below its heading. FX thread only.
final class SweepCard {

  private static final double SWATCH = 36;
  private static final double HEAD = 30;
  private static final double MARGIN = 10;
  private static final Font BOLD = Font.font("System", FontWeight.BOLD, 14);

  private final Experiment experiment;
  private final Measure measure;
  private final String unit;
  private final Label remark = new Label();
  private final SweepPlot plot;
  private final ChartCard card;
  private List<Entry> legend = List.of();
  private boolean differences;

  /// @param chosen is told the point that the user selects
  /// @param opened is called when the user wants it to be opened
  SweepCard(Experiment experiment, Measure measure, IntConsumer chosen, Runnable opened) {
    this.experiment = experiment;
    this.measure = measure;
    unit = SweepWords.unit(measure, experiment.scale());
    plot = new SweepPlot(chosen, opened);
    plot.setId("sweep-plot-" + measure.label());
    remark.getStyleClass().addAll(Styles.TEXT_MUTED, "chart-remark");
    remark.setMinWidth(0);
    HBox head = new HBox(8, remark);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("chart-head");
    card =
        new ChartCard(
            SweepWords.name(measure), SweepWords.definition(measure), head, plot, this::sketch);
    card.setId("sweep-" + measure.label());
  }

  Measure measure() {
    return measure;
  }

  ChartCard card() {
    return card;
  }

  /// @param entries the names of its lines
  /// @param newDifferences whether it shows differences
  void show(SweepChart chart, List<Entry> entries, boolean newDifferences, int selected) {
    legend = entries;
    differences = newDifferences;
    String less = newDifferences ? SweepDifferences.words(experiment) : "";
    remark.setText(unit + (unit.isEmpty() || less.isEmpty() ? "" : ", ") + less);
    plot.show(experiment, chart, selected);
  }

  void setPalette(RolePalette palette) {
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
                        SeriesMark.of(line)
                            .explain(drawing, palette, SWATCH, DrawnLegend.HEIGHT, lines.joined())))
        .toList();
  }

  Printed printed() {
    SweepChart chart = plot.chart();
    String name = measure.label() + (differences ? "_difference" : "");
    return new Printed(
        SweepWords.name(measure),
        card,
        chart == null ? null : card,
        chart == null
            ? null
            : out -> {
              try (CsvTable table = new CsvTable(out, SweepCharts.columns(experiment))) {
                SweepCharts.table(experiment, chart, name).forEach(table::row);
              }
            });
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
        SweepWords.name(measure),
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
    String heading = SweepWords.name(measure);
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
