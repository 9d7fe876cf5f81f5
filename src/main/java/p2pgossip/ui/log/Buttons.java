package p2pgossip.ui.log;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// The small flat buttons of the log.
final class Buttons {

  private Buttons() {}

  /// A button that shows an icon and says in its tooltip what it does.
  static Button icon(Feather icon, String tooltip, Runnable action) {
    Button button = new Button();
    dress(button, icon, tooltip);
    button.setOnAction(_ -> action.run());
    return button;
  }

  static void dress(ButtonBase button, Feather icon, String tooltip) {
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool");
    explain(button, tooltip);
  }

  /// Says it to the pointer and to a screen reader.
  static void explain(ButtonBase button, String tooltip) {
    Hint.on(button, tooltip);
    button.setAccessibleText(tooltip);
  }
}
