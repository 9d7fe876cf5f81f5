package p2pgossip.ui.spacetime;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// In, out, all of it, and go with the time: in the corner of the diagram.
final class ViewButtons extends HBox {

  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final Button follow;

  ViewButtons(Runnable in, Runnable out, Runnable all, Runnable follow) {
    super();
    getStyleClass().add("view-buttons");
    this.follow = button("Go with the time", "F", Feather.CHEVRONS_RIGHT, follow);
    getChildren()
        .addAll(
            button("Zoom in", "+", Feather.PLUS, in),
            button("Zoom out", "-", Feather.MINUS, out),
            button("Show all", "0", Feather.MAXIMIZE, all),
            this.follow);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  void setFollowing(boolean following) {
    follow.pseudoClassStateChanged(ON, following);
  }

  private static Button button(String name, String key, Feather icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("view-button");
    Hint.on(button, name + " (" + key + ")");
    button.setAccessibleText(name);
    // The same is done by the keys of the diagram, so the keyboard need not stop here.
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
