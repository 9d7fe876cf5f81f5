package p2pgossip.net.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The password of a network of peers. Its text is not kept, only what is made of it for an
/// introduction.
public final class Password {

  /// Put before the text, so that the same password used elsewhere comes out otherwise there.
  private static final String PURPOSE = "p2pgossip/1.1 password:";

  /// Characters.
  public static final int LONGEST = 256;

  private final String secret;

  private Password(String secret) {
    this.secret = secret;
  }

  /// A password as it was typed, or as it stands in a file. A byte order mark before it and the end
  /// of a line behind it are no part of it, and letters with accents are the same however they are
  /// put together (NFC, as RFC 8265 has it, section 4.2.2); blanks at its ends are a part of it.
  ///
  /// @throws IllegalArgumentException when it can be none, saying why
  public static Password of(CharSequence typed) {
    String line = typed.toString().replaceFirst("^\uFEFF", "").replaceFirst("\r?\n\\z", "");
    String text = Normalizer.normalize(line, Normalizer.Form.NFC);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a password must not be empty");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a password has at most " + LONGEST + " characters, not " + text.length());
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a password must be one line, without tabs or other control characters");
    }
    if (text.indexOf('\uFFFD') >= 0) {
      // Else any two that could not be read would be the same.
      throw new IllegalArgumentException(
          "a password has a character that could not be read; is the system's language (LANG)"
              + " one with UTF-8?");
    }
    return new Password(
        HexFormat.of().formatHex(Bytes.sha256((PURPOSE + text).getBytes(StandardCharsets.UTF_8))));
  }

  /// What J-PAKE takes for the password: the 64 hexadecimal digits, in lower case, of the SHA-256
  /// of `p2pgossip/1.1 password:` and the text in UTF-8.
  char[] secret() {
    return secret.toCharArray();
  }

  /// Compares in a time that does not tell how much was right.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Password password
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.US_ASCII),
            password.secret.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  /// Nothing that could be read.
  @Override
  public String toString() {
    return "a password";
  }
}
