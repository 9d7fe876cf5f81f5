package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.lesson.Comparison;
import p2pgossip.lesson.Measure;
import p2pgossip.lesson.Verdict;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.theme.RolePalette;

/// Predictions, runs and theory side by side: verdicts, a table, and curves in one chart. FX thread
/// only.
final class CompareBox extends VBox {

  private static final double CHART_HEIGHT = 230;

  private final PlotCard plot =
      new PlotCard(
          "lesson-chart", "Coverage", "The share of the peers that have heard it, against time.");
  private final FlowPane legend = new FlowPane(14, 2);
  private final List<Series> series;

  CompareBox(Comparison comparison) {
    super(10);
    Label kind = new Label("Compare");
    kind.getStyleClass().add("lesson-kind");
    getStyleClass().add("lesson-box");
    getChildren().add(kind);
    comparison.verdicts().forEach(verdict -> getChildren().add(verdict(verdict)));
    if (!comparison.rows().isEmpty() && !comparison.measures().isEmpty()) {
      getChildren().add(table(comparison));
    }
    series = ComparisonChart.series(comparison);
    if (!series.isEmpty()) {
      plot.card().setPrefHeight(CHART_HEIGHT);
      plot.setLegend(legend);
      plot.show(ComparisonChart.of(comparison, series), "");
      getChildren().add(plot.card());
    }
  }

  void setPalette(RolePalette palette) {
    plot.setPalette(palette);
    legend.getChildren().clear();
    for (Series each : series) {
      Label label = new Label(each.name(), each.look().swatch(palette));
      label.setWrapText(true);
      legend.getChildren().add(label);
    }
  }

  private static Label verdict(Verdict verdict) {
    Label label =
        new Label(
            verdict.words(),
            new FontIcon(verdict.isClose() ? Feather.CHECK_CIRCLE : Feather.ARROW_RIGHT_CIRCLE));
    label.setGraphicTextGap(10);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("lesson-verdict");
    if (verdict.isClose()) {
      label.getStyleClass().add(Styles.SUCCESS);
    }
    label.setAccessibleText(verdict.question() + " " + verdict.words());
    return label;
  }

  /// A line for each run under each measure, as the pane is narrow and names are long.
  private static GridPane table(Comparison comparison) {
    GridPane table = new GridPane(14, 4);
    table.getStyleClass().add("lesson-table");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().add(names);
    boolean theory =
        comparison.rows().stream().anyMatch(row -> row.source() == Comparison.Source.THEORY);
    if (theory) {
      table.addRow(
          0, new Label(), cell("Run", Styles.TEXT_MUTED), cell("Theory", Styles.TEXT_MUTED));
    }
    for (int at = 0; at < comparison.measures().size(); at++) {
      Measure measure = comparison.measures().get(at);
      String unit = measure.style() == Measure.Style.TIME ? ", " + comparison.timeUnit() : "";
      table.add(cell(measure.words() + unit, "lesson-measure"), 0, table.getRowCount(), 3, 1);
      for (Comparison.Row row : comparison.rows()) {
        if (row.source() == Comparison.Source.RUN) {
          table.addRow(table.getRowCount(), cell(row.words(), "lesson-name-cell"), figure(row, at));
        } else {
          table.add(figure(row, at), 2, table.getRowCount() - 1);
        }
      }
    }
    return table;
  }

  private static Label figure(Comparison.Row row, int at) {
    Label figure = new Label(row.cells().get(at));
    figure.setMinWidth(USE_PREF_SIZE);
    figure.getStyleClass().add("lesson-figure");
    return figure;
  }

  private static Label cell(String words, String style) {
    Label cell = new Label(words);
    cell.setWrapText(true);
    cell.setMinHeight(USE_PREF_SIZE);
    cell.getStyleClass().add(style);
    return cell;
  }
}
