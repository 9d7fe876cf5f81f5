package p2pgossip.wire;

import java.io.Serial;

/// A value from outside is wrong. The message says what is wrong and with which value, for the
/// sender to read; values in it are cut short.
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

  /// The reason why a value of the core is invalid.
  static WireException of(IllegalArgumentException cause) {
    return new WireException(String.valueOf(cause.getMessage()), cause);
  }

  /// What is wrong; the same as the message.
  public String reason() {
    return reason;
  }
}
