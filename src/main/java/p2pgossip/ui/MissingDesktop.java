package p2pgossip.ui;

import java.util.Locale;

/// Says in words why no window could be opened.
final class MissingDesktop {

  private MissingDesktop() {}

  static String explain(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    String display = System.getenv("DISPLAY");
    if (message.contains("gtk") && !message.contains("display")) {
      return "no window, because the GTK 3 library is missing;"
          + " install it, on Debian and Ubuntu with: apt install libgtk-3-0";
    }
    if (message.contains("display")) {
      return display == null || display.isEmpty()
          ? "no window, because there is no display (DISPLAY is not set);"
              + " run it on a desktop, or under Xvfb"
          : "no window, because the display \""
              + display
              + "\" can't be opened;"
              + " check that it is running and that you may use it";
    }
    return "no window, because JavaFX could not start: " + cause;
  }
}
