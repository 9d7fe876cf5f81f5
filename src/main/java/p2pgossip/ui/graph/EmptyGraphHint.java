package p2pgossip.ui.graph;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in the graph while there is no neighbour in it: what to do next.
final class EmptyGraphHint extends VBox {

  private static final double MAX_WIDTH = 340;

  EmptyGraphHint() {
    super();
    FontIcon icon = new FontIcon(Feather.SHARE_2);
    Label title = new Label("No neighbours yet");
    title.getStyleClass().add("title");
    Label advice =
        new Label(
            "Enter the address of another peer on the left and press Connect, or open another"
                + " window with Ctrl+N.");
    advice.setWrapText(true);
    advice.setTextAlignment(TextAlignment.CENTER);
    getChildren().addAll(icon, title, advice);
    getStyleClass().add("empty-graph");
    setMaxSize(MAX_WIDTH, USE_PREF_SIZE);
    setMouseTransparent(true);
  }
}
