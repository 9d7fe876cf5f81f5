package p2pgossip.gossip;

/// The fingerprint of the key of a peer, short enough to compare by eye: `SHA256:` and the SHA-256
/// of the public key (its SubjectPublicKeyInfo, RFC 5280, section 4.1) in base64 without padding,
/// as SSH shows host keys. It does not change when a certificate is renewed with the same key.
public record Fingerprint(String text) implements Comparable<Fingerprint> {

  private static final String PREFIX = "SHA256:";
  private static final int DIGITS = 43;

  /// @throws IllegalArgumentException when the text is no fingerprint, saying what one is
  public Fingerprint {
    if (!isFingerprint(text)) {
      throw new IllegalArgumentException(
          "a fingerprint is \"SHA256:\" and 43 digits of base64, not " + Quote.of(text));
    }
  }

  private static boolean isFingerprint(String text) {
    return text.length() == PREFIX.length() + DIGITS
        && text.startsWith(PREFIX)
        && text.chars().skip(PREFIX.length()).allMatch(Fingerprint::isDigit);
  }

  private static boolean isDigit(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  @Override
  public int compareTo(Fingerprint other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
