package p2pgossip.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;

/// Reads key files of the user: a certificate, or the authority of a class. Errors have a message
/// for the user.
public final class KeyFiles {

  /// In bytes; more than the certificates of any class have.
  private static final int LARGEST = 4 * 1024 * 1024;

  private static final String PEM = "-----BEGIN CERTIFICATE-----";

  private KeyFiles() {}

  /// Reads a PKCS#12 or JKS file with one key in it.
  ///
  /// @param password of the file and of the key
  public static OwnCertificate keystore(Path file, char[] password) throws IOException {
    KeyStore keys =
        read(
            "--keystore",
            file,
            content("--keystore", file),
            password,
            "P2PGOSSIP_KEYSTORE_PASSWORD");
    try {
      List<String> aliases = Collections.list(keys.aliases());
      aliases.removeIf(alias -> !isKey(keys, alias));
      if (aliases.size() != 1) {
        throw bad(
            "--keystore",
            file,
            aliases.isEmpty()
                ? "it holds no key"
                : "it holds " + aliases.size() + " keys, and it is not clear which to use");
      }
      return new OwnCertificate(keys, aliases.getFirst(), password);
    } catch (UnrecoverableKeyException e) {
      throw bad("--keystore", file, "its key's password differs from the file's", e);
    } catch (GeneralSecurityException e) {
      throw bad("--keystore", file, String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isKey(KeyStore keys, String alias) {
    try {
      return keys.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a store that was read can be asked", e);
    }
  }

  /// Reads the certificates of one or more authorities: a PEM, PKCS#12 or JKS file.
  public static Authority truststore(Path file, char[] password) throws IOException {
    try {
      byte[] content = content("--truststore", file);
      KeyStore authorities =
          isPem(content)
              ? readPem(content)
              : read("--truststore", file, content, password, "P2PGOSSIP_TRUSTSTORE_PASSWORD");
      if (authorities.size() == 0) {
        throw bad("--truststore", file, "it holds no certificate");
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(authorities);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager trust) {
          return new Authority(trust);
        }
      }
      throw new IllegalStateException("every JDK has a trust manager for certificates");
    } catch (GeneralSecurityException e) {
      throw bad("--truststore", file, String.valueOf(e.getMessage()), e);
    }
  }

  private static byte[] content(String flag, Path file) throws IOException {
    try {
      return UserFile.read(file, LARGEST);
    } catch (IOException e) {
      throw bad(flag, file, FailureInWords.of(e), e);
    }
  }

  private static boolean isPem(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(PEM);
  }

  private static KeyStore readPem(byte[] content) throws IOException, GeneralSecurityException {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(content))) {
      authorities.setCertificateEntry("authority" + authorities.size(), certificate);
    }
    return authorities;
  }

  private static KeyStore read(
      String flag, Path file, byte[] content, char[] password, String variable) throws IOException {
    try {
      // The JDK's reads both formats, whatever its name.
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password);
      return store;
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw bad(
            flag,
            file,
            "the password is wrong; it is read from the environment variable " + variable,
            e);
      }
      throw bad(flag, file, "it is neither PKCS#12 nor JKS", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw bad(flag, file, "it is neither PKCS#12 nor JKS", e);
    }
  }

  private static IOException bad(String flag, Path file, String why) {
    return new IOException(flag + ": " + file + ": " + why);
  }

  private static IOException bad(String flag, Path file, String why, Exception cause) {
    return new IOException(flag + ": " + file + ": " + why, cause);
  }
}
