package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import p2pgossip.certificate.Fingerprints;
import p2pgossip.gossip.Fingerprint;

/// The certificates that callers show. Each is accepted, since it only says which key the caller
/// has; what that allows is decided where a request needs it. Thread-safe.
final class CallerCertificates extends X509ExtendedTrustManager {

  /// The key that the caller of a request has proven to have.
  ///
  /// @return null if it has shown none
  static @Nullable Fingerprint keyOf(HttpServerExchange exchange) {
    SSLSession session = exchange.getConnection().getSslSession();
    if (session == null) {
      return null;
    }
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate shown
          ? Fingerprints.of(shown.getPublicKey())
          : null;
    } catch (SSLPeerUnverifiedException e) {
      // A caller need not show a certificate.
      return null;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    // Whoever it is.
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
    // Whoever it is.
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    // Whoever it is.
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw onlyCallers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw onlyCallers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw onlyCallers();
  }

  private static CertificateException onlyCallers() {
    return new CertificateException("only callers are checked here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
