package p2pgossip.ui.hint;

import javafx.scene.control.Label;

/// A [HoverCard] with a title and a few words. FX thread only.
public final class TitledCard {

  private final Label title = new Label();
  private final Label details = new Label();
  private final HoverCard card = new HoverCard(title, details);

  /// @param style the style class by which it is found in the scene
  public TitledCard(String style) {
    card.getStyleClass().add(style);
    title.getStyleClass().add("title");
    title.setWrapText(true);
    details.setWrapText(true);
  }

  public HoverCard card() {
    return card;
  }

  public void say(String titleText, String words) {
    title.setText(titleText);
    details.setText(Hint.brief(words));
  }
}
