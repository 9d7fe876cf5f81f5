package p2pgossip.certificate;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The addresses that a certificate is for: its subject alternative names, RFC 5280, section
/// 4.2.1.6.
final class SubjectNames {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private SubjectNames() {}

  /// Names that every peer of this machine has.
  static Set<String> ofThisMachine() {
    return new TreeSet<>(
        List.of(
            text(InetAddress.ofLiteral("127.0.0.1")),
            text(InetAddress.ofLiteral("::1")),
            "localhost"));
  }

  static String text(InetAddress address) {
    return address.getHostAddress();
  }

  static boolean isIp(String name) {
    return name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  /// IP addresses and host names; others are left out.
  static Set<String> of(X509Certificate certificate) throws CertificateParsingException {
    Set<String> names = new TreeSet<>();
    Collection<List<?>> found = certificate.getSubjectAlternativeNames();
    if (found != null) {
      for (List<?> name : found) {
        if (name.get(0) instanceof Integer type && name.get(1) instanceof String text) {
          switch (type) {
            case DNS_NAME -> names.add(text);
            case IP_ADDRESS -> names.add(text(InetAddress.ofLiteral(text)));
            default -> {
              // Other kinds of names, such as mail addresses.
            }
          }
        }
      }
    }
    return names;
  }
}
