package p2pgossip.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Light or dark, for all windows of the process at once. Made on any thread; from [#begin] on it is for
/// the FX thread only.
final class Theming {

  private static final Logger LOG = LoggerFactory.getLogger(Theming.class);

  private final WindowPreferences preferences;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private Theme theme;

  Theming(WindowPreferences preferences, Theme theme) {
    this.preferences = preferences;
    this.theme = theme;
  }

  /// Lets controls be made before the toolkit runs. The first control of a process asks for the name of
  /// the toolkit's style sheet and, where there is none yet, waits until JavaFX's own is loaded.
  static void announce() {
    try {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    } catch (IllegalStateException e) {
      // It can't be loaded before the toolkit runs, and need not be: its name is known from now on.
      LOG.trace("The toolkit does not run yet", e);
    }
  }

  /// Loads the theme, and follows the system from now on where it is to.
  void begin() {
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
  }

  ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /// To the other of light and dark, remembered for the next run.
  void toggle() {
    theme = dark.get() ? Theme.LIGHT : Theme.DARK;
    preferences.rememberTheme(theme);
    apply();
  }

  private void apply() {
    boolean wanted =
        switch (theme) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Application.setUserAgentStylesheet(
        wanted
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    dark.set(wanted);
  }
}
