package p2pgossip.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the user for a file. FX thread only; returns once there is an answer.
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

    /// Whether a file with this extension, in small letters, is of the kind.
    public boolean has(String extension) {
      return extensions.contains(extension);
    }
  }

  /// Where to save something. Nothing that is there is written over without a question about the very
  /// file that is returned.
  ///
  /// @param title of the window that asks, as in "Save the log"
  /// @param name proposed, without an extension
  /// @param kinds in which it may be saved; the first is proposed
  /// @return a file that has an extension of one of the kinds; null where the user will not
  @Nullable Path toSave(String title, String name, List<Kind> kinds);

  /// Which file to open; null for none.
  @Nullable Path toOpen(String title, Kind kind);
}
