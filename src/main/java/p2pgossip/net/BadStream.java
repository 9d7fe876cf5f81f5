package p2pgossip.net;

import java.io.Serial;

/// A stream that is not followed any longer; the message gives the reason and follows a colon.
final class BadStream extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  BadStream(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
