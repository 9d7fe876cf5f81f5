package p2pgossip.ui.chart;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.print.InPictures;

/// A chart with its heading.
public final class ChartCard extends VBox {

  private final Plot plot = new Plot();
  private final Label remark = new Label();

  /// @param aside stand at the right of the heading
  public ChartCard(String id, String heading, String definition, Node... aside) {
    super(4);
    setId(id);
    getStyleClass().add("chart-card");
    Label title = new Label(heading);
    title.getStyleClass().add("chart-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Hint.on(title, () -> definition);
    remark.getStyleClass().addAll(Styles.TEXT_MUTED, "chart-remark");
    remark.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, remark, space);
    InPictures.leaveOut(aside);
    head.getChildren().addAll(aside);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("chart-head");
    VBox.setVgrow(plot, Priority.ALWAYS);
    getChildren().addAll(head, plot);
  }

  public Plot plot() {
    return plot;
  }

  /// What stands in grey beside the heading.
  public void setRemark(String words) {
    remark.setText(words);
  }
}
