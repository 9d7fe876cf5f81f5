package p2pgossip.ui.dialog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A file that was opened before. It may be gone by now.
///
/// @param path absolute
public record RecentFile(Kind kind, Path path) {

  /// What is in it.
  public enum Kind {
    RECORDING("recording"),
    SCENARIO("scenario");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As people say it.
    public String word() {
      return word;
    }
  }

  private static final int LONGEST = 4_096;

  public RecentFile {
    path = path.toAbsolutePath().normalize();
  }

  /// Reads what [#toText] wrote.
  ///
  /// @return empty for any other text
  public static Optional<RecentFile> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(text.substring(0, colon))) {
        try {
          Path path = Path.of(text.substring(colon + 1));
          return path.isAbsolute() ? Optional.of(new RecentFile(kind, path)) : Optional.empty();
        } catch (InvalidPathException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /// One line, to be kept.
  public String toText() {
    return kind.word + ":" + path;
  }
}
