package p2pgossip.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Light or dark, for all windows of the process at once. Can be made on any thread. From [#begin]
/// on, FX thread only.
public final class Theming {

  private static final Logger LOG = LoggerFactory.getLogger(Theming.class);

  private final Consumer<Theme> remember;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private Theme theme;

  /// @param theme the first theme
  /// @param remember is told which one the user has chosen
  public Theming(Theme theme, Consumer<Theme> remember) {
    this.remember = remember;
    this.theme = theme;
  }

  /// Lets controls be made before the toolkit runs. The first control of a process asks for the
  /// name of the user agent style sheet and, if none is set, waits until JavaFX's own is loaded.
  public static void announce() {
    try {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    } catch (IllegalStateException e) {
      // It can't be loaded before the toolkit runs. That its name is set is enough here.
      LOG.trace("The toolkit does not run yet", e);
    }
  }

  /// Loads the theme. From now on the system's is followed, if that was chosen.
  public void begin() {
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
  }

  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /// Changes from light to dark or back, and remembers that for the next run.
  public void toggle() {
    theme = dark.get() ? Theme.LIGHT : Theme.DARK;
    remember.accept(theme);
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
