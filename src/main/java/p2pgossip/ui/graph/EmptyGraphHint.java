package p2pgossip.ui.graph;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in the graph while there is no neighbour in it: what to do next.
final class EmptyGraphHint extends VBox {

  private static final PseudoClass AROUND_PEER = PseudoClass.getPseudoClass("around-peer");
  private static final double MAX_WIDTH = 340;

  private final FontIcon icon = new FontIcon(Feather.SHARE_2);

  EmptyGraphHint() {
    super();
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

  /// Leaves the middle of the pane to this peer where it stands there already; else an icon does.
  void setAroundPeer(boolean aroundPeer) {
    icon.setVisible(!aroundPeer);
    icon.setManaged(!aroundPeer);
    pseudoClassStateChanged(AROUND_PEER, aroundPeer);
  }
}
