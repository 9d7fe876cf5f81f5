package p2pgossip.net;

import java.io.Serial;

/// A stream that is not to be followed any longer; the message says why, fit to stand behind a
/// colon.
final class BadStream extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  BadStream(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
