package p2pgossip.net;

import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;

/// Explains what a TLS exception means about the other end.
final class TlsFailures {

  /// The answer of a peer that serves over TLS to a plain request.
  static final String HTTPS_ONLY =
      "this peer speaks HTTPS only; start the one that calls it with --tls";

  private TlsFailures() {}

  static Failure of(SSLException cause) {
    for (Throwable link = cause; link != null; link = link.getCause()) {
      if (link instanceof UntrustedCertificate untrusted) {
        return new Failure(Kind.UNTRUSTED, untrusted.reason());
      }
    }
    String said = String.valueOf(cause.getMessage());
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("unrecognized ssl message") || lower.contains("plaintext connection")) {
      return plain();
    }
    if (lower.contains("protocol_version")
        || lower.contains("handshake_failure")
        || lower.contains("insufficient_security")) {
      return new Failure(
          Kind.UNTRUSTED,
          "the two have no TLS version or cipher in common (TLS 1.2 or 1.3): " + said);
    }
    return cause instanceof SSLHandshakeException
        ? new Failure(Kind.UNTRUSTED, "the two could not agree on an encrypted connection: " + said)
        : new Failure(Kind.UNREACHABLE, "the encrypted connection broke: " + said);
  }

  /// It was called over TLS and does not speak it.
  static Failure plain() {
    return new Failure(
        Kind.UNTRUSTED,
        "it speaks plain HTTP, and this peer only HTTPS; start it with --tls, or this one without");
  }

  /// It was called in plain HTTP and speaks TLS only.
  static Failure httpsOnly() {
    return new Failure(
        Kind.UNTRUSTED,
        "it speaks HTTPS only, and this peer plain HTTP; start this one with --tls, or it without");
  }
}
