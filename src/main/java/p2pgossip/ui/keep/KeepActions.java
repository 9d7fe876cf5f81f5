package p2pgossip.ui.keep;

import java.nio.file.Path;
import p2pgossip.export.RecordingFile;

/// Is told how saving and opening ended. Called on the FX thread.
public interface KeepActions {

  /// A recording was read, all of it.
  void opened(Path file, RecordingFile.Opened recording);

  /// @param sentence for the user, with a full stop
  void succeeded(String sentence);

  /// @param sentence for the user: what went wrong, and what to do
  void failed(String sentence);
}
