package p2pgossip.net;

import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import p2pgossip.certificate.Authority;
import p2pgossip.certificate.Fingerprints;
import p2pgossip.certificate.Trust;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.certificate.Verdict;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

/// Decides during a handshake whether the certificate of the called peer is accepted. Remembers
/// nothing: the peer has not proven yet that it has the key. Thread-safe; never blocks.
final class CertificateCheck extends X509ExtendedTrustManager {

  private final Trust trust;
  private final PinnedKeys pinned;
  private final InstantSource clock;

  CertificateCheck(Trust trust, PinnedKeys pinned, InstantSource clock) {
    this.trust = trust;
    this.pinned = pinned;
    this.clock = clock;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    requireInTime(chain[0]);
    requirePinned(chain[0], calledAddress(engine));
    switch (trust) {
      case TrustedPeers peers -> requireSame(peers, chain[0], calledAddress(engine));
      case Authority authority -> requireSigned(authority, chain, authType, engine);
    }
  }

  /// Checks again what may have changed since the certificate was shown: a resumed session relies
  /// on the original check.
  ///
  /// @param engine of a handshake that has just ended
  void checkAgain(SSLEngine engine) throws SSLException {
    X509Certificate shown = shownIn(engine.getSession());
    try {
      requireInTime(shown);
      requirePinned(shown, calledAddress(engine));
      if (trust instanceof TrustedPeers peers) {
        requireSame(peers, shown, calledAddress(engine));
      }
    } catch (CertificateException e) {
      engine.getSession().invalidate();
      throw new SSLException(e.getMessage(), e);
    }
  }

  static X509Certificate shownIn(SSLSession session) {
    try {
      return (X509Certificate) session.getPeerCertificates()[0];
    } catch (SSLPeerUnverifiedException e) {
      throw new IllegalStateException("a TLS server without a certificate", e);
    }
  }

  private void requireInTime(X509Certificate certificate) throws CertificateException {
    Date now = Date.from(clock.instant());
    try {
      certificate.checkValidity(now);
    } catch (CertificateExpiredException e) {
      throw new UntrustedCertificate(
          "its certificate has expired, on " + day(certificate.getNotAfter()), e);
    } catch (CertificateNotYetValidException e) {
      throw new UntrustedCertificate(
          "its certificate is not valid yet, but from "
              + day(certificate.getNotBefore())
              + " on; is the clock of this machine right?",
          e);
    }
  }

  private static String day(Date date) {
    Instant moment = date.toInstant().truncatedTo(ChronoUnit.SECONDS);
    return moment.toString();
  }

  private void requirePinned(X509Certificate certificate, PeerAddress address)
      throws UntrustedCertificate {
    pinned.require(address, Fingerprints.of(certificate.getPublicKey()));
  }

  private void requireSame(TrustedPeers peers, X509Certificate certificate, PeerAddress address)
      throws UntrustedCertificate {
    Fingerprint shown = Fingerprints.of(certificate.getPublicKey());
    if (!pinned.isPinned(address)
        && peers.check(address, shown) instanceof Verdict.Changed(Fingerprint before)) {
      throw new UntrustedCertificate(changed(address, before, shown));
    }
  }

  static String changed(PeerAddress address, Fingerprint before, Fingerprint now) {
    return "the certificate of %1$s has changed: its fingerprint was %2$s and is %3$s now; if that is intended, forget the old one with --forget %1$s or in the window"
        .formatted(address, before, now);
  }

  private static void requireSigned(
      Authority authority, X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    try {
      // With the engine, the addresses are compared as well.
      authority.manager().checkServerTrusted(chain, authType, engine);
    } catch (CertificateException e) {
      throw new UntrustedCertificate(
          isSigned(authority, chain, authType)
              ? "its certificate is signed by the authority of --truststore, but is for other"
                  + " addresses than "
                  + calledAddress(engine).ip().getHostAddress()
              : "its certificate is not signed by the authority of --truststore",
          e);
    }
  }

  private static boolean isSigned(Authority authority, X509Certificate[] chain, String authType) {
    try {
      authority.manager().checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static PeerAddress calledAddress(SSLEngine engine) {
    String host = engine.getPeerHost().replace("[", "").replace("]", "");
    return new PeerAddress(InetAddress.ofLiteral(host), engine.getPeerPort());
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw withoutAddress();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw withoutAddress();
  }

  private static CertificateException withoutAddress() {
    return new CertificateException("no certificate is trusted without an address");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAsked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAsked();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notAsked();
  }

  private static CertificateException notAsked() {
    return new CertificateException("the certificates of callers are not checked here");
  }
}
