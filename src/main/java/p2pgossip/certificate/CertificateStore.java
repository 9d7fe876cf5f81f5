package p2pgossip.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.UserFile;

/// The certificate that is made on first use and kept in the user's folder. It is made anew, with
/// the same key and therefore the same fingerprint, when it lacks an address of the peer or is
/// about to expire.
public final class CertificateStore {

  static final String FILE = "certificate.p12";

  private static final int LARGEST = 1024 * 1024;
  private static final String ALIAS = "peer";
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

  /// More addresses than one machine has; beyond that, old ones are dropped.
  private static final int ADDRESSES = 50;

  /// The file's permissions protect it.
  private static final char[] NO_PASSWORD = {};

  private final PrivateFolder folder;
  private final InstantSource clock;

  private record Kept(KeyPair keys, X509Certificate certificate, KeyStore store) {}

  public CertificateStore(Path folder, InstantSource clock) {
    this.folder = new PrivateFolder(folder);
    this.clock = clock;
  }

  /// Reads the certificate, or makes one. Waits for the disk.
  ///
  /// @param addresses at which the peers of this process are reached, besides those of this machine
  /// @throws IOException when it can be neither read nor written, with a reason for the user
  public OwnCertificate own(Collection<InetAddress> addresses) throws IOException {
    return folder.alone(
        () -> {
          Set<String> names = SubjectNames.ofThisMachine();
          addresses.forEach(address -> names.add(SubjectNames.text(address)));
          try {
            return ownOrNew(names);
          } catch (GeneralSecurityException e) {
            throw new IOException("no certificate could be made: " + e.getMessage(), e);
          }
        });
  }

  private OwnCertificate ownOrNew(Set<String> names) throws IOException, GeneralSecurityException {
    Kept kept = read();
    KeyPair keys = kept == null ? newKeys() : kept.keys();
    if (kept != null) {
      Set<String> before = SubjectNames.of(kept.certificate());
      Instant end = kept.certificate().getNotAfter().toInstant();
      if (before.containsAll(names) && clock.instant().isBefore(end.minus(RENEWED_BEFORE_END))) {
        return new OwnCertificate(kept.store(), ALIAS, NO_PASSWORD);
      }
      // Another process may still run at the addresses of the previous certificate.
      addTo(names, before);
    }
    return write(keys, SelfSigned.make(keys, names, clock.instant()));
  }

  private static void addTo(Set<String> names, Set<String> before) {
    before.stream().limit(Math.max(0, ADDRESSES - names.size())).forEach(names::add);
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private @Nullable Kept read() throws IOException {
    byte[] content;
    try {
      content = UserFile.read(folder.file(FILE), LARGEST);
    } catch (NoSuchFileException e) {
      return null;
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), NO_PASSWORD);
      if (store.getKey(ALIAS, NO_PASSWORD) instanceof PrivateKey key
          && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
        return new Kept(new KeyPair(certificate.getPublicKey(), key), certificate, store);
      }
      throw damaged("it holds no key", null);
    } catch (IOException | GeneralSecurityException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private IOException damaged(String why, @Nullable Exception cause) {
    // Not replaced silently: with another key, all that know this peer would refuse it.
    return new IOException(
        "this peer's certificate in %s can't be read (%s); move the file away, and a new one is made, with another fingerprint"
            .formatted(folder.file(FILE), why),
        cause);
  }

  private OwnCertificate write(KeyPair keys, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry(ALIAS, keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, NO_PASSWORD);
    folder.write(FILE, out.toByteArray());
    return new OwnCertificate(store, ALIAS, NO_PASSWORD);
  }
}
