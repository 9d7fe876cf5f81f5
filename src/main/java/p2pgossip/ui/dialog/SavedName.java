package p2pgossip.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import p2pgossip.ui.dialog.FileChoice.Kind;

/// Which file is written, from what was named and chosen in the system's dialogue: some systems neither
/// add an extension nor change it when another type is chosen.
public final class SavedName {

  private SavedName() {}

  /// A type that the user has chosen counts, which is one that is not proposed; else the extension that
  /// stands in the name. A name without an extension of those that were offered gets one.
  ///
  /// @param named as the dialogue has it
  /// @param kinds that were offered; the first was proposed
  /// @param chosen the one of them that is chosen in the dialogue
  static Path of(Path named, List<Kind> kinds, Kind chosen) {
    String extension = extensionOf(named);
    Kind written =
        chosen.equals(kinds.getFirst())
            ? kinds.stream().filter(it -> it.has(extension)).findFirst().orElse(chosen)
            : chosen;
    if (written.has(extension)) {
      return named;
    }
    String name = String.valueOf(named.getFileName());
    boolean ofAnother = kinds.stream().anyMatch(it -> it.has(extension));
    String plain = ofAnother ? name.substring(0, name.length() - extension.length() - 1) : name;
    return named.resolveSibling(plain + "." + written.extensions().getFirst());
  }

  /// In small letters, without the dot; empty where there is none.
  public static String extensionOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
