package p2pgossip;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.KeyFiles;
import p2pgossip.certificate.OwnCertificate;
import p2pgossip.certificate.Trust;
import p2pgossip.certificate.TrustedPeer;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.certificate.UserData;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.TransportSecurity;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.Names;
import p2pgossip.peer.Target;

/// Turns the flags about TLS into a [TransportSecurity].
final class Encryption {

  static final String KEYSTORE_PASSWORD = "P2PGOSSIP_KEYSTORE_PASSWORD";
  static final String TRUSTSTORE_PASSWORD = "P2PGOSSIP_TRUSTSTORE_PASSWORD";

  private Encryption() {}

  /// Reads the key files, or makes a certificate.
  ///
  /// @return null for plain HTTP
  /// @throws IOException when a file can't be read or written, with a reason for the user
  static @Nullable TransportSecurity of(LaunchOptions options) throws IOException {
    return of(options, UserData.folder());
  }

  /// @param folder holds this user's certificate and the trusted peers
  static @Nullable TransportSecurity of(LaunchOptions options, Path folder) throws IOException {
    LaunchOptions.TlsFlags flags = options.encryption;
    if (!flags.tls && options.classPart().isEmpty()) {
      return null;
    }
    InstantSource clock = InstantSource.system();
    HostAlias alias = options.peer.hostAlias;
    OwnCertificate own =
        flags.keystore != null
            ? KeyFiles.keystore(flags.keystore, password(KEYSTORE_PASSWORD))
            : new CertificateStore(folder, clock)
                .own(alias == null ? List.of() : alias.addresses());
    Trust trust =
        flags.truststore != null
            ? KeyFiles.truststore(flags.truststore, password(TRUSTSTORE_PASSWORD))
            : TrustedPeers.open(folder, clock);
    return new TransportSecurity(own, trust, clock);
  }

  /// With the certificate that is kept in a folder, or made there, and the peers that are trusted
  /// there.
  ///
  /// @throws IOException when a file can't be read or written, with a reason for the user
  static TransportSecurity ofOwn(Path folder) throws IOException {
    InstantSource clock = InstantSource.system();
    return new TransportSecurity(
        new CertificateStore(folder, clock).own(List.of()),
        TrustedPeers.open(folder, clock),
        clock);
  }

  /// The environment, not a flag: all users can read flags in the list of processes.
  private static char[] password(String variable) {
    String value = System.getenv(variable);
    return value == null ? new char[0] : value.toCharArray();
  }

  /// Forgets the keys by which a peer was first met, at each address that its name stands for.
  ///
  /// @return a sentence for each address
  static List<String> forget(Target target) throws IOException {
    return forget(target, Names.SYSTEM, UserData.folder());
  }

  /// @param folder holds this user's trusted peers
  static List<String> forget(Target target, Names names, Path folder) throws IOException {
    List<PeerAddress> addresses = resolve(target, names);
    try (TrustedPeers trusted = TrustedPeers.open(folder, InstantSource.system())) {
      List<String> words = new ArrayList<>();
      for (PeerAddress address : addresses) {
        words.add(words(address, trusted.forget(address)));
      }
      trusted.flush();
      return words;
    }
  }

  private static String words(PeerAddress address, Optional<TrustedPeer> forgotten) {
    return forgotten
        .map(
            peer ->
                "%s is forgotten: it was known by %s since %s. The next peer that answers there is trusted."
                    .formatted(address, peer.fingerprint(), peer.since()))
        .orElse("no key was remembered for " + address + ".");
  }

  private static List<PeerAddress> resolve(Target target, Names names) throws IOException {
    try {
      return target.resolve(names);
    } catch (UnknownHostException e) {
      throw new IOException("the name " + target.host() + " is not known here", e);
    }
  }

  static String ownFingerprint(Fingerprint fingerprint) {
    return "This peer speaks HTTPS and is known by " + fingerprint + ".";
  }
}
