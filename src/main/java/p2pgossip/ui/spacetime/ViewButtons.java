package p2pgossip.ui.spacetime;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.ui.form.ViewButton;

/// The buttons in the corner of the diagram: in, out, all of it, and follow the time.
final class ViewButtons extends HBox {

  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final Button follow;

  ViewButtons(Runnable in, Runnable out, Runnable all, Runnable follow) {
    super();
    getStyleClass().add("view-buttons");
    this.follow = new ViewButton("Go with the time", "F", Feather.CHEVRONS_RIGHT, follow);
    getChildren()
        .addAll(
            new ViewButton("Zoom in", "+", Feather.PLUS, in),
            new ViewButton("Zoom out", "-", Feather.MINUS, out),
            new ViewButton("Show all", "0", Feather.MAXIMIZE, all),
            this.follow);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  void setFollowing(boolean following) {
    follow.pseudoClassStateChanged(ON, following);
  }
}
