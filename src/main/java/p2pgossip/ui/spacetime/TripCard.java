package p2pgossip.ui.spacetime;

import javafx.scene.control.Label;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.hint.HoverCard;

/// The card beside the copy or the peer on which the pointer rests.
final class TripCard {

  private final Label title = new Label();
  private final Label details = new Label();
  private final HoverCard card = new HoverCard(title, details);

  TripCard() {
    card.getStyleClass().add("trip-card");
    title.getStyleClass().add("title");
    title.setWrapText(true);
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
