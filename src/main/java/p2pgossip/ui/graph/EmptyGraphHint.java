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
  private final Label title = new Label();
  private final Label advice = new Label();

  EmptyGraphHint() {
    super();
    title.getStyleClass().add("title");
    advice.setWrapText(true);
    advice.setTextAlignment(TextAlignment.CENTER);
    getChildren().addAll(icon, title, advice);
    getStyleClass().add("empty-graph");
    setMaxSize(MAX_WIDTH, USE_PREF_SIZE);
    setMouseTransparent(true);
    show(false, false);
  }

  /// Speaks to the one who has a peer but no neighbour, leaving the middle of the pane to that peer;
  /// else to the one who has yet to start a peer.
  ///
  /// @param past whether a moment of a recording is shown, in which nothing can be started or connected
  void show(boolean aroundPeer, boolean past) {
    if (past) {
      title.setText(aroundPeer ? "No neighbours at this moment" : "Nobody is there yet");
      advice.setText("Move on in the recording: press Play, or drag the slider.");
    } else if (aroundPeer) {
      title.setText("No neighbours yet");
      advice.setText(
          "Enter the address of another peer on the left and press Connect, or open a second"
              + " window, connected to this one, with Ctrl+Shift+N.");
    } else {
      title.setText("This peer is not running");
      advice.setText(
          "Press Start on the left. Then other peers can reach it, and it can look for"
              + " neighbours.");
    }
    icon.setVisible(!aroundPeer);
    icon.setManaged(!aroundPeer);
    pseudoClassStateChanged(AROUND_PEER, aroundPeer);
  }
}
