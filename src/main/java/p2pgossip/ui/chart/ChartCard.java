package p2pgossip.ui.chart;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// A chart below its heading. FX thread only.
public final class ChartCard extends VBox implements Drawable {

  private final Supplier<@Nullable Sketch> sketch;

  /// @param definition what the chart shows; empty where the heading says it
  /// @param head the row of the heading, which is put first in it
  /// @param sketch draws the chart alone, heading included; null while there is none
  public ChartCard(
      String heading,
      String definition,
      Pane head,
      Region chart,
      Supplier<@Nullable Sketch> sketch) {
    super(4);
    this.sketch = sketch;
    getStyleClass().add("chart-card");
    getStylesheets().add(StyleSheets.of(ChartCard.class, "chart.css"));
    Label title = new Label(heading);
    title.getStyleClass().add("chart-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    if (!definition.isEmpty()) {
      Hint.on(title, () -> definition);
    }
    head.getChildren().addFirst(title);
    getChildren().addAll(head, chart);
    VBox.setVgrow(chart, Priority.ALWAYS);
  }

  /// Puts a legend between the heading and the chart.
  public void putLegend(Node legend) {
    getChildren().add(1, legend);
  }

  @Override
  public @Nullable Sketch sketch() {
    return sketch.get();
  }
}
