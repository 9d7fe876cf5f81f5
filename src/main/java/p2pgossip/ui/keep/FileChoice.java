package p2pgossip.ui.keep;

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
  }

  /// Where to save something.
  ///
  /// @param title of the window that asks, as in "Save the log"
  /// @param name proposed, without an extension
  /// @param kinds in which it may be saved; the first is proposed
  /// @return a file that has an extension of one of the kinds; null where the user will not
  @Nullable Path toSave(String title, String name, List<Kind> kinds);

  /// Which file to open; null for none.
  @Nullable Path toOpen(String title, Kind kind);
}
