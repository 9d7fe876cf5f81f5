package p2pgossip.ui.theme;

import java.net.URL;
import java.util.Objects;

/// The style sheets, each of which stands beside the classes of its room.
public final class StyleSheets {

  private StyleSheets() {}

  /// What all windows have in common: errors beside fields, and where the keyboard is.
  public static String window() {
    return of(StyleSheets.class, "window.css");
  }

  /// The address of a style sheet, as JavaFX wants it.
  ///
  /// @param beside a class of the room that it is for
  /// @throws NullPointerException if there is no such file
  public static String of(Class<?> beside, String name) {
    URL sheet = Objects.requireNonNull(beside.getResource(name), name);
    return sheet.toExternalForm();
  }
}
