package p2pgossip.export;

import java.io.IOException;
import java.io.Serial;

/// A file is not a recording, or not a usable one. The message names the line and what was expected
/// there.
public final class DamagedRecording extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final int line;

  DamagedRecording(int line, String reason) {
    super("line " + line + ": " + reason);
    this.line = line;
  }

  DamagedRecording(int line, String reason, Throwable cause) {
    super("line " + line + ": " + reason, cause);
    this.line = line;
  }

  /// The line at which it was noticed, from 1.
  public int line() {
    return line;
  }
}
