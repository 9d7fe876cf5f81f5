package p2pgossip.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import p2pgossip.machine.Machine;
import p2pgossip.machine.Part;

/// Says in words why no window can be opened.
final class MissingDesktop {

  private static final String NO_DISPLAY =
      "there is no display (DISPLAY is not set): run it on a desktop, or under Xvfb";

  private MissingDesktop() {}

  /// The reason that can be found without JavaFX, which would give it in stack traces. Empty if
  /// nothing is known to be missing.
  ///
  /// @param headless whether the windows are on JavaFX's own invisible screen
  static Optional<String> foresee(Machine machine, boolean headless) {
    List<Part> lacking = machine.lacking(headless ? Part.FOR_LETTERS : Part.FOR_WINDOWS);
    List<String> reasons = new ArrayList<>();
    if (!lacking.isEmpty()) {
      List<Part> all = headless ? lacking : machine.lacking(List.of(Part.values()));
      reasons.add(machine.inWords(all));
    }
    if (!headless && !machine.hasDisplay()) {
      reasons.add(NO_DISPLAY);
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of("no window, because " + String.join("; and ", reasons));
  }

  static String explain(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    String display = System.getenv("DISPLAY");
    if (message.contains("gtk") && !message.contains("display")) {
      return "no window, because the GTK 3 library is missing;"
          + " install it, on Debian and Ubuntu with: apt install libgtk-3-0";
    }
    if (message.contains("display")) {
      return display == null || display.isEmpty()
          ? "no window, because " + NO_DISPLAY
          : "no window, because the display \""
              + display
              + "\" can't be opened;"
              + " check that it is running and that you may use it";
    }
    return "no window, because JavaFX could not start: " + cause;
  }
}
