package p2pgossip.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import p2pgossip.ui.dialog.FileChoice.Kind;

/// The file to write, from what the user has typed and chosen in the system's dialogue: some
/// systems neither add an extension nor change it when another type is chosen.
public final class SavedName {

  private SavedName() {}

  /// If the user has chosen another type than the proposed one, that type counts; otherwise the
  /// extension of the name. A name without an extension of those on offer gets one.
  ///
  /// @param named as it stands in the dialogue
  /// @param kinds on offer; the first was proposed
  /// @param chosen the kind that is chosen in the dialogue
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

  /// In lower case, without the dot; empty if there is none.
  public static String extensionOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
