package p2pgossip.net;

import java.io.IOException;
import java.io.Serial;

/// Somebody who was asked in plain HTTP answered in TLS: with an alert, most likely.
final class TlsAnswer extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  TlsAnswer() {
    super("a TLS record came where an HTTP answer was to be");
  }
}
