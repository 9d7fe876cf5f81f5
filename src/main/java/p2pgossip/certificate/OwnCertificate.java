package p2pgossip.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import p2pgossip.gossip.Fingerprint;

/// The identity of a process: a certificate and its key.
public final class OwnCertificate {

  /// Before the certificate expires.
  private static final long DAYS_OF_WARNING = 14;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final X509Certificate certificate;
  private final KeyManager[] keyManagers;

  /// @param keys holds one key, under `alias`, which `password` opens
  OwnCertificate(KeyStore keys, String alias, char[] password) throws GeneralSecurityException {
    if (!(keys.getCertificate(alias) instanceof X509Certificate found)) {
      throw new GeneralSecurityException("the key has no X.509 certificate");
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

  /// A sentence about its validity; empty if it is fine for two weeks.
  public Optional<String> trouble(Instant now) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant to = certificate.getNotAfter().toInstant();
    if (now.isBefore(from)) {
      return Optional.of(
          "This peer's certificate is valid from "
              + TIME.format(from)
              + " only: until then others may refuse it.");
    }
    if (!now.isBefore(to)) {
      return Optional.of(
          "This peer's certificate expired on "
              + TIME.format(to)
              + ": others may refuse it. Renew it.");
    }
    long days = Duration.between(now, to).toDays();
    return days >= DAYS_OF_WARNING
        ? Optional.empty()
        : Optional.of(
            "This peer's certificate expires on %s, in %s: renew it before."
                .formatted(
                    TIME.format(to),
                    days == 0 ? "less than a day" : days == 1 ? "a day" : days + " days"));
  }

  /// For the TLS of this process.
  public KeyManager[] keyManagers() {
    return keyManagers.clone();
  }
}
