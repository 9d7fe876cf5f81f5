package p2pgossip.ui.settings;

import javafx.scene.control.Label;

/// The headings of the form's sections.
final class Headings {

  private Headings() {}

  static Label of(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("section-heading");
    return label;
  }
}
