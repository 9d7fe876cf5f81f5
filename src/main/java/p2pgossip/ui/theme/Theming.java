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

/// Light or dark, for all windows of the process at once. Made on any thread; from [#begin] on it is for
/// the FX thread only.
public final class Theming {

  private static final Logger LOG = LoggerFactory.getLogger(Theming.class);

  private final Consumer<Theme> remember;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private Theme theme;

  /// @param theme the one to begin with
  /// @param remember is told which one the user has chosen
  public Theming(Theme theme, Consumer<Theme> remember) {
    this.remember = remember;
    this.theme = theme;
  }

  /// Lets controls be made before the toolkit runs. The first control of a process asks for the name of
  /// the toolkit's style sheet and, where there is none yet, waits until JavaFX's own is loaded.
  public static void announce() {
    try {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    } catch (IllegalStateException e) {
      // It can't be loaded before the toolkit runs, and need not be: its name is known from now on.
      LOG.trace("The toolkit does not run yet", e);
    }
  }

  /// Loads the theme, and follows the system from now on where it is to.
  public void begin() {
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
  }

  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /// To the other of light and dark, remembered for the next run.
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
