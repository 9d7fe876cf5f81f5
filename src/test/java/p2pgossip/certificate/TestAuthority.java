package p2pgossip.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Signs certificates like the authority of a class, and writes the files that a teacher hands out.
public final class TestAuthority {

  private final X500Name name;
  private final KeyPair keys = newKeys();
  private final X509Certificate certificate;
  private int serial = 1;

  public TestAuthority(String name) {
    this.name = new X500Name("CN=" + name);
    certificate = sign(this.name, keys, null, Instant.now().plus(Duration.ofDays(10)));
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate sign(X500Name subject, KeyPair owner, String ip, Instant end) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.valueOf(serial++),
              Date.from(end.minus(Duration.ofDays(20))),
              Date.from(end),
              subject,
              owner.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ip == null));
      if (ip != null) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.iPAddress, ip)));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Writes a new key and a certificate for one address, valid for the twenty days before `end`.
  public Path keystore(Path file, String ip, Instant end, String password) throws IOException {
    KeyPair owner = newKeys();
    X509Certificate signed = sign(new X500Name("CN=student"), owner, ip, end);
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "student",
          owner.getPrivate(),
          password.toCharArray(),
          new Certificate[] {signed, certificate});
      store.store(out, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  public OwnCertificate issue(Path folder, String ip, Instant end) throws IOException {
    Path file = keystore(Files.createTempFile(folder, "student", ".p12"), ip, end, "secret");
    return KeyFiles.keystore(file, "secret".toCharArray());
  }

  /// Writes the certificate of the authority.
  public Path pem(Path file) throws IOException {
    try {
      return Files.writeString(
          file,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
              + "\n-----END CERTIFICATE-----\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
