package p2pgossip.ui.graph;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import p2pgossip.ui.graph.model.PeerMark;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.RolePalette;

/// The card beside a peer on which the pointer rests: its address, its role, and what more there is
/// to say.
final class PeerCard extends VBox {

  private static final double GAP = 10;
  private static final double MAX_WIDTH = 280;

  private final Label address = new Label();
  private final Label role = new Label();
  private final Label details = new Label();
  private final HBox head = new HBox(address);

  PeerCard() {
    super();
    getChildren().addAll(head, role, details);
    getStyleClass().add("peer-card");
    head.getStyleClass().add("head");
    address.getStyleClass().add("address");
    role.getStyleClass().add("role");
    details.getStyleClass().add("details");
    role.setWrapText(true);
    details.setWrapText(true);
    setMaxWidth(MAX_WIDTH);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  void describe(PeerMark mark, RolePalette palette, String meaning, String more) {
    address.setText(mark.address().toString());
    head.getChildren().setAll(palette.swatch(mark.role()), address);
    role.setText(meaning);
    details.setText(Hint.brief(more));
    details.setVisible(!more.isBlank());
    details.setManaged(!more.isBlank());
  }

  /// Shows the card beside a point, within a pane of the given size, all in pixels.
  void showBeside(double x, double y, double radius, double paneWidth, double paneHeight) {
    setVisible(true);
    applyCss();
    double width = Math.min(Math.min(MAX_WIDTH, paneWidth - 2 * GAP), prefWidth(-1));
    double height = prefHeight(width);
    boolean roomRight = x + radius + GAP + width <= paneWidth - GAP;
    double left = roomRight ? x + radius + GAP : x - radius - GAP - width;
    double top = y - height / 2;
    resizeRelocate(
        Math.rint(Math.clamp(left, GAP, Math.max(GAP, paneWidth - width - GAP))),
        Math.rint(Math.clamp(top, GAP, Math.max(GAP, paneHeight - height - GAP))),
        width,
        height);
  }
}
