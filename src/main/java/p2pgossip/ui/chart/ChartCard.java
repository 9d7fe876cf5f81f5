package p2pgossip.ui.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// A chart below its heading. FX thread only.
public class ChartCard extends VBox {

  private final String heading;

  /// @param definition what the chart shows; empty where the heading says it
  /// @param head the row of the heading, which is put first in it
  protected ChartCard(String heading, String definition, Pane head, List<Node> body) {
    super(4);
    this.heading = heading;
    getStyleClass().add("chart-card");
    getStylesheets().add(StyleSheets.of(ChartCard.class, "chart.css"));
    Label title = new Label(heading);
    title.getStyleClass().add("chart-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    if (!definition.isEmpty()) {
      Hint.on(title, () -> definition);
    }
    head.getChildren().addFirst(title);
    getChildren().add(head);
    getChildren().addAll(body);
    VBox.setVgrow(body.getLast(), Priority.ALWAYS);
  }

  public final String heading() {
    return heading;
  }
}
