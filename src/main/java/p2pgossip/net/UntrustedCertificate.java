package p2pgossip.net;

import java.io.Serial;
import java.security.cert.CertificateException;

/// A certificate that is not accepted; the reason follows a colon.
final class UntrustedCertificate extends CertificateException {

  @Serial private static final long serialVersionUID = 1L;

  UntrustedCertificate(String reason) {
    super(reason);
  }

  UntrustedCertificate(String reason, Throwable cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
