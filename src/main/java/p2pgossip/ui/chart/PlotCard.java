package p2pgossip.ui.chart;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.theme.RolePalette;

/// A [Plot] on a card, with a remark beside its heading in grey. FX thread only.
public final class PlotCard {

  private final Plot plot = new Plot();
  private final Label remark = new Label();
  private final String heading;
  private final ChartCard card;

  /// @param id by which it is found in the scene
  /// @param definition what the chart shows
  /// @param aside controls at the right of the heading; they don't stand in pictures
  public PlotCard(String id, String heading, String definition, Node... aside) {
    this.heading = heading;
    remark.getStyleClass().addAll(Styles.TEXT_MUTED, "chart-remark");
    remark.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    InPictures.leaveOut(aside);
    HBox head = new HBox(8, remark, space);
    head.getChildren().addAll(aside);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("chart-head");
    card =
        new ChartCard(
            heading, definition, head, plot, () -> plot.sketch(heading, remark.getText()));
    card.setId(id);
  }

  public ChartCard card() {
    return card;
  }

  public String heading() {
    return heading;
  }

  /// What it shows now; null while that is a sentence.
  public @Nullable Chart chart() {
    return plot.chart();
  }

  /// Keeps it sharp where it is shown magnified.
  ///
  /// @param magnification how many times as large; 1 is as it is
  public void setMagnification(double magnification) {
    plot.setMagnification(magnification);
  }

  /// Puts a legend between the heading and the plot.
  public void setLegend(Region legend) {
    card.putLegend(legend);
  }

  /// @param words stand in grey beside the heading
  public void show(Chart chart, String words) {
    remark.setText(words);
    plot.show(chart);
  }

  /// Marks moments where the chart is against time.
  ///
  /// @param seek is told which of them the user wants to see
  public void mark(List<MomentMarks.Stroke> strokes, Consumer<Instant> seek) {
    plot.mark(strokes, seek);
  }

  /// Shows a sentence in place of a chart.
  public void showNothing(String words) {
    remark.setText("");
    plot.showNothing(words);
  }

  public void setPalette(RolePalette palette) {
    plot.setPalette(palette);
  }
}
