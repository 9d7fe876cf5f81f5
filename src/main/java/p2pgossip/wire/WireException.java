package p2pgossip.wire;

import java.io.Serial;

/// What stood on the wire is not what it should be. The message says what was wrong, and with which
/// value, in words fit to be shown to whoever sent it; values in it are cut short.
public final class WireException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  WireException(String message) {
    super(message);
  }

  WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
