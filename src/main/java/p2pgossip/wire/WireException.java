package p2pgossip.wire;

import java.io.Serial;

/// What stood on the wire is not what it should be. The message says what was wrong, and with which
/// value, in words fit to be shown to whoever sent it; values in it are cut short.
public final class WireException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  WireException(String reason) {
    super(reason);
    this.reason = reason;
  }

  WireException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /// What a value of the core says of why it can't be.
  static WireException of(IllegalArgumentException cause) {
    return new WireException(String.valueOf(cause.getMessage()), cause);
  }

  /// What was wrong; the same as the message.
  public String reason() {
    return reason;
  }
}
