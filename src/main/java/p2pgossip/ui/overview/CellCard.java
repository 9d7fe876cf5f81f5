package p2pgossip.ui.overview;

import javafx.scene.control.Label;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.hint.HoverCard;

/// The card beside the cell that is pointed at.
final class CellCard {

  private final Label title = new Label();
  private final Label details = new Label();
  private final HoverCard card = new HoverCard(title, details);

  CellCard() {
    card.getStyleClass().add("cell-card");
    title.getStyleClass().add("title");
    details.setWrapText(true);
  }

  HoverCard card() {
    return card;
  }

  void say(String titleText, String words) {
    title.setText(titleText);
    details.setText(Hint.brief(words));
  }
}
