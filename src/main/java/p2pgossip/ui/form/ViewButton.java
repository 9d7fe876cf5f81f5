package p2pgossip.ui.form;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// A button in the corner of a picture that changes what is in view. A key of the picture does the
/// same, so Tab passes the button by.
public final class ViewButton extends Button {

  /// @param name what it does, as in "Zoom in"
  /// @param key that does the same, as its name stands in the hint
  public ViewButton(String name, String key, Feather icon, Runnable action) {
    super(null, new FontIcon(icon));
    getStyleClass().add("view-button");
    Hint.on(this, name + " (" + key + ")");
    setAccessibleText(name);
    setFocusTraversable(false);
    setOnAction(_ -> action.run());
  }
}
