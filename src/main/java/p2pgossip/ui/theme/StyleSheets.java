package p2pgossip.ui.theme;

import java.net.URL;
import java.util.Objects;

/// The style sheets. Each lies beside the classes of its room.
public final class StyleSheets {

  private StyleSheets() {}

  /// What all windows have in common, such as errors beside fields and the mark of the focus.
  public static String window() {
    return of(StyleSheets.class, "window.css");
  }

  /// The URL of a style sheet.
  ///
  /// @param beside a class of the room that it belongs to
  /// @throws NullPointerException if there is no such file
  public static String of(Class<?> beside, String name) {
    URL sheet = Objects.requireNonNull(beside.getResource(name), name);
    return sheet.toExternalForm();
  }
}
