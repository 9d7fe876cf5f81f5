package p2pgossip.ui.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder in which the user last chose a file, where the next choice begins. Windows may share
/// one. FX thread only.
public final class KeptFolder {

  private @Nullable Path folder;

  /// Null if nothing was chosen yet, or the folder no longer exists.
  public @Nullable Path get() {
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }

  /// Remembers the folder of a file that was chosen.
  public void chosen(Path file) {
    folder = file.toAbsolutePath().getParent();
  }
}
