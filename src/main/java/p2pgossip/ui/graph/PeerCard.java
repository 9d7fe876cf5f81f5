package p2pgossip.ui.graph;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.hint.HoverCard;
import p2pgossip.ui.theme.RolePalette;

/// The card beside a peer on which the pointer rests: its address, its role, and what more there is
/// to say.
final class PeerCard {

  private final Label address = new Label();
  private final Label role = new Label();
  private final Label details = new Label();
  private final HBox head = new HBox(6, address);
  private final HoverCard card = new HoverCard(head, role, details);

  PeerCard() {
    card.getStyleClass().add("peer-card");
    head.setAlignment(Pos.CENTER_LEFT);
    address.getStyleClass().add("title");
    role.getStyleClass().add("muted");
    details.getStyleClass().add("details");
    role.setWrapText(true);
    details.setWrapText(true);
  }

  /// @param called its address, and its name if it has one
  void describe(PeerNode node, String called, RolePalette palette, String meaning, String more) {
    address.setText(called);
    head.getChildren().setAll(palette.swatch(node.role()), address);
    role.setText(meaning);
    details.setText(Hint.brief(more));
    details.setVisible(!more.isBlank());
    details.setManaged(!more.isBlank());
  }

  HoverCard card() {
    return card;
  }
}
