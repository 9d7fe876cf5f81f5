package p2pgossip.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.OwnCertificate;
import p2pgossip.certificate.Trust;
import p2pgossip.certificate.TrustedPeers;

/// A party with its own key and its own trusted peers.
final class SecureParty implements AutoCloseable {

  final OwnCertificate own;
  final TransportSecurity security;

  private SecureParty(OwnCertificate own, Trust trust) {
    this.own = own;
    security = new TransportSecurity(own, trust, InstantSource.system());
  }

  static SecureParty in(Path parent) throws IOException {
    return in(parent, Instant.now());
  }

  /// A party whose certificate was made at a given time.
  static SecureParty in(Path parent, Instant made) throws IOException {
    Path folder = Files.createTempDirectory(parent, "party");
    OwnCertificate own = new CertificateStore(folder, InstantSource.fixed(made)).own(List.of());
    return new SecureParty(own, TrustedPeers.open(folder, InstantSource.system()));
  }

  static SecureParty of(OwnCertificate own, Trust trust) {
    return new SecureParty(own, trust);
  }

  TrustedPeers trusted() {
    return security.trustedPeers().orElseThrow();
  }

  ServedPeer serve() throws IOException {
    return serve(ServerLimits.DEFAULT, 0);
  }

  ServedPeer serve(ServerLimits limits, int port) throws IOException {
    return new ServedPeer(limits, port, security);
  }

  HttpPeerClient client() {
    return new HttpPeerClient(ClientLimits.DEFAULT, security);
  }

  @Override
  public void close() {
    security.close();
  }
}
