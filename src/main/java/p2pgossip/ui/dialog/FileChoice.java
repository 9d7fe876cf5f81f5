package p2pgossip.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the user for a file. FX thread only. Returns when there is an answer.
public interface FileChoice {

  /// A kind of file.
  ///
  /// @param words as in "Chart data"
  /// @param extensions without dots; the first is the usual one
  record Kind(String words, List<String> extensions) {
    public Kind {
      extensions = List.copyOf(extensions);
    }

    public Kind(String words, String... extensions) {
      this(words, List.of(extensions));
    }

    /// Whether a file with this extension, in lower case, is of this kind.
    public boolean has(String extension) {
      return extensions.contains(extension);
    }
  }

  /// Asks where to save something. An existing file is only returned if the user has agreed to
  /// replace that very file.
  ///
  /// @param title of the window that asks, for example "Save the log"
  /// @param name proposed, without an extension
  /// @param kinds in which it can be saved; the first is proposed
  /// @return a file with an extension of one of the kinds; null if the user cancels
  @Nullable Path toSave(String title, String name, List<Kind> kinds);

  /// Asks which file to open; null for none.
  @Nullable Path toOpen(String title, Kind kind);

  /// Asks which files to open; empty for none.
  default List<Path> toOpenSeveral(String title, Kind kind) {
    Path one = toOpen(title, kind);
    return one == null ? List.of() : List.of(one);
  }
}
