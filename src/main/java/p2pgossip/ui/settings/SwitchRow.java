package p2pgossip.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A switch beside its name and, in small letters, what it does.
final class SwitchRow extends HBox {

  SwitchRow(String name, String what, ToggleSwitch toggle) {
    super(8);
    Label title = new Label(name);
    title.getStyleClass().add("form-label");
    Label below = new Label(what);
    below.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox words = new VBox(2, title, below);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, toggle);
    setAlignment(Pos.CENTER_LEFT);
  }
}
