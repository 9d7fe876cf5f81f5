package p2pgossip.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import p2pgossip.gossip.Fingerprint;

/// By what a process shows others who it is: a certificate and the key to it.
public final class OwnCertificate {

  private final X509Certificate certificate;
  private final KeyManager[] keyManagers;

  /// @param keys holds one key, under `alias`, which `password` opens
  OwnCertificate(KeyStore keys, String alias, char[] password) throws GeneralSecurityException {
    if (!(keys.getCertificate(alias) instanceof X509Certificate found)) {
      throw new GeneralSecurityException("the key has no certificate of the kind X.509");
    }
    certificate = found;
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    keyManagers = factory.getKeyManagers();
  }

  public X509Certificate certificate() {
    return certificate;
  }

  public Fingerprint fingerprint() {
    return Fingerprints.of(certificate.getPublicKey());
  }

  /// For the TLS of this process.
  public KeyManager[] keyManagers() {
    return keyManagers.clone();
  }
}
