package p2pgossip.net;

import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.TlsDetails;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.jspecify.annotations.Nullable;
import p2pgossip.certificate.Authority;
import p2pgossip.certificate.Fingerprints;
import p2pgossip.certificate.OwnCertificate;
import p2pgossip.certificate.Trust;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.certificate.Verdict;
import p2pgossip.classroom.TeacherKey;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.Identity;
import p2pgossip.gossip.PeerAddress;

/// Makes all peers of a process serve and call over TLS: holds the process's own certificate and
/// decides which others are accepted. Thread-safe.
public final class TransportSecurity implements AutoCloseable {

  /// Older versions have known weaknesses (RFC 8996).
  static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /// A resumed session relies on what an authority said of the certificate when it began.
  private static final int SESSION_SECONDS = 600;

  private final OwnCertificate own;
  private final Trust trust;
  private final InstantSource clock;
  private final SSLContext serving;
  private final SSLContext calling;
  private final CertificateCheck check;
  private final PinnedKeys pinned = new PinnedKeys();

  /// @param clock determines whether a certificate is valid
  public TransportSecurity(OwnCertificate own, Trust trust, InstantSource clock) {
    this.own = own;
    this.trust = trust;
    this.clock = clock;
    check = new CertificateCheck(trust, pinned, clock);
    try {
      serving = SSLContext.getInstance("TLS");
      serving.init(own.keyManagers(), new TrustManager[] {new CallerCertificates()}, null);
      calling = SSLContext.getInstance("TLS");
      // A called peer may want to know by which key this one is known.
      calling.init(own.keyManagers(), new TrustManager[] {check}, null);
      calling.getClientSessionContext().setSessionTimeout(SESSION_SECONDS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /// Of this process's own key.
  public Fingerprint fingerprint() {
    return own.fingerprint();
  }

  /// A sentence about the validity of this process's own certificate; empty if it is fine.
  public Optional<String> ownTrouble() {
    return own.trouble(clock.instant());
  }

  /// The remembered keys of other peers; empty if an authority decides.
  public Optional<TrustedPeers> trustedPeers() {
    return trust instanceof TrustedPeers peers ? Optional.of(peers) : Optional.empty();
  }

  /// From now on only a peer with this key is accepted at an address, whatever was remembered of
  /// it.
  public void pin(PeerAddress address, TeacherKey key) {
    pinned.pin(address, key);
  }

  /// Undoes one call of [#pin]: after the last, the usual rule holds at the address again.
  public void unpin(PeerAddress address, TeacherKey key) {
    pinned.unpin(address, key);
  }

  SSLContext serving() {
    return serving;
  }

  SSLContext calling() {
    return calling;
  }

  /// Called at the end of each handshake with a called peer.
  CertificateCheck check() {
    return check;
  }

  boolean comparesNames() {
    return trust instanceof Authority;
  }

  /// The fingerprint of the certificate at the other end of a connection; empty without TLS.
  ///
  /// @param security of the connection; null for plain HTTP
  /// @throws IllegalStateException before the end of the handshake
  static String fingerprintShown(IOSession connection, @Nullable TransportSecurity security) {
    if (security == null) {
      return "";
    }
    TlsDetails details =
        connection instanceof TransportSecurityLayer layer ? layer.getTlsDetails() : null;
    if (details == null) {
      throw new IllegalStateException("nobody has shown a certificate yet");
    }
    return Fingerprints.of(CertificateCheck.shownIn(details.getSSLSession()).getPublicKey()).text();
  }

  /// Identifies the peer that answered at an address, and remembers it. Called once it is certain
  /// that a peer answered.
  ///
  /// @throws FailedRequest when another peer was there before
  Identity meet(PeerAddress address, SSLSession session) throws FailedRequest {
    Fingerprint shown = Fingerprints.of(CertificateCheck.shownIn(session).getPublicKey());
    return switch (trust) {
      case Authority _ -> new Identity(shown, false);
      case TrustedPeers peers when pinned.isPinned(address) -> meetPinned(peers, address, shown);
      case TrustedPeers peers ->
          switch (peers.meet(address, shown)) {
            case Verdict.FirstMet() -> new Identity(shown, true);
            case Verdict.Known() -> new Identity(shown, false);
            case Verdict.Changed(Fingerprint before) ->
                throw new FailedRequest(
                    new Failure(
                        Failure.Kind.UNTRUSTED, CertificateCheck.changed(address, before, shown)));
          };
    };
  }

  /// The pin has decided already: a key that was remembered before gives way to it.
  private static Identity meetPinned(TrustedPeers peers, PeerAddress address, Fingerprint shown) {
    if (peers.meet(address, shown) instanceof Verdict.Changed) {
      var _ = peers.forget(address);
      var _ = peers.meet(address, shown);
    }
    return new Identity(shown, false);
  }

  /// Writes what was remembered last. Closed after the peers. Idempotent.
  @Override
  public void close() {
    if (trust instanceof TrustedPeers peers) {
      peers.close();
    }
  }
}
