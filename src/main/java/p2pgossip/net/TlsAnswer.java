package p2pgossip.net;

import java.io.IOException;
import java.io.Serial;

/// The other end was called in plain HTTP and answered in TLS, most likely with an alert.
final class TlsAnswer extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  TlsAnswer() {
    super("a TLS record came instead of an HTTP answer");
  }
}
