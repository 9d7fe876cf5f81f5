package p2pgossip.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Light or dark, for all windows of the process at once.
final class Theming {

  private final WindowPreferences preferences;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private Theme theme;

  Theming(WindowPreferences preferences, Theme theme) {
    this.preferences = preferences;
    this.theme = theme;
    Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply());
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
