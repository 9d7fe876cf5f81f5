package p2pgossip.ui;

import java.util.Locale;
import java.util.prefs.Preferences;

/// What is remembered between runs: size of the window and theme.
final class WindowPreferences {

  /// @param width in pixels; likewise `height`
  record Size(double width, double height) {}

  private static final Size DEFAULT = new Size(1_280, 800);

  private final Preferences store;

  WindowPreferences(Preferences store) {
    this.store = store;
  }

  Size size() {
    return new Size(
        store.getDouble("width", DEFAULT.width()), store.getDouble("height", DEFAULT.height()));
  }

  void rememberSize(double width, double height) {
    store.putDouble("width", width);
    store.putDouble("height", height);
  }

  Theme theme() {
    String name = store.get("theme", "system").toUpperCase(Locale.ROOT);
    for (Theme theme : Theme.values()) {
      if (theme.name().equals(name)) {
        return theme;
      }
    }
    return Theme.SYSTEM;
  }

  void rememberTheme(Theme theme) {
    store.put("theme", theme.name().toLowerCase(Locale.ROOT));
  }
}
