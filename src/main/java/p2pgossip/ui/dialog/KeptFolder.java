package p2pgossip.ui.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder in which the user chose a file last, so that the next choice begins there. Windows may share
/// one. FX thread only.
public final class KeptFolder {

  private @Nullable Path folder;

  /// Null where nothing was chosen yet, or it is there no longer.
  public @Nullable Path get() {
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }

  /// Takes note of the folder of a file that was chosen.
  public void chosen(Path file) {
    folder = file.toAbsolutePath().getParent();
  }
}
