package p2pgossip.ui.chart;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.print.InPictures;
import p2pgossip.ui.theme.RolePalette;

/// A [Plot] below its heading, with a remark beside that in grey. FX thread only.
public final class PlotCard extends ChartCard implements Drawable {

  private final Plot plot;
  private final Label remark;

  /// @param id by which it is found in the scene
  /// @param definition what the chart shows
  /// @param aside controls at the right of the heading; they don't stand in pictures
  public PlotCard(String id, String heading, String definition, Node... aside) {
    this(id, heading, definition, new HBox(8), new Label(), new Plot(), aside);
  }

  private PlotCard(
      String id,
      String heading,
      String definition,
      HBox head,
      Label remark,
      Plot plot,
      Node... aside) {
    super(heading, definition, head, List.of(plot));
    this.remark = remark;
    this.plot = plot;
    setId(id);
    remark.getStyleClass().addAll(Styles.TEXT_MUTED, "chart-remark");
    remark.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    InPictures.leaveOut(aside);
    head.getChildren().addAll(remark, space);
    head.getChildren().addAll(aside);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("chart-head");
  }

  /// Puts a legend between the heading and the plot.
  public void setLegend(Region legend) {
    getChildren().add(1, legend);
  }

  /// @param words stand in grey beside the heading
  public void show(Chart chart, String words) {
    remark.setText(words);
    plot.show(chart);
  }

  /// Shows a sentence in place of a chart.
  public void showNothing(String words) {
    remark.setText("");
    plot.showNothing(words);
  }

  @Override
  public @Nullable Sketch sketch() {
    return plot.sketch(heading(), remark.getText());
  }

  public void setPalette(RolePalette palette) {
    plot.setPalette(palette);
  }
}
