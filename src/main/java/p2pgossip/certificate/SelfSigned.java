package p2pgossip.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes self-signed certificates. Loaded only when one is made.
final class SelfSigned {

  /// The longest validity that browsers accept.
  private static final Duration VALIDITY = Duration.ofDays(825);

  /// The clocks of a class do not agree to the minute.
  private static final Duration EARLIER = Duration.ofDays(1);

  private static final X500Name NAME = new X500Name("CN=p2pgossip peer");
  private static final int SERIAL_BITS = 120;

  private SelfSigned() {}

  /// @param keys on the curve P-256
  /// @param addresses IP addresses and names of the peer
  static X509Certificate make(KeyPair keys, Set<String> addresses, Instant now)
      throws GeneralSecurityException {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              NAME,
              new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
              Date.from(now.minus(EARLIER)),
              Date.from(now.plus(VALIDITY)),
              NAME,
              keys.getPublic());
      builder.addExtension(Extension.subjectAlternativeName, false, names(addresses));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (CertIOException | OperatorCreationException e) {
      throw new GeneralSecurityException("no certificate could be made: " + e.getMessage(), e);
    }
  }

  private static GeneralNames names(Set<String> addresses) {
    return new GeneralNames(
        addresses.stream()
            .map(
                address ->
                    new GeneralName(
                        SubjectNames.isIp(address) ? GeneralName.iPAddress : GeneralName.dNSName,
                        address))
            .toArray(GeneralName[]::new));
  }
}
