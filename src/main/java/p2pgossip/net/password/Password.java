package p2pgossip.net.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The password of a network of peers. Its text is not kept, only the hash that an introduction
/// uses.
public final class Password {

  /// Precedes the text, so that the same password used elsewhere gives another hash there.
  private static final String PURPOSE = "p2pgossip/1.1 password:";

  /// In characters.
  public static final int LONGEST = 256;

  private final String secret;

  private Password(String secret) {
    this.secret = secret;
  }

  /// Reads a password as typed or as it is in a file. A byte order mark before it and a line break
  /// after it are not part of it, and accented letters are the same however they are composed (NFC,
  /// as in RFC 8265, section 4.2.2). Blanks at its ends are part of it.
  ///
  /// @throws IllegalArgumentException when it is not a valid password, saying why
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
      // Otherwise all passwords with unreadable characters would be the same.
      throw new IllegalArgumentException(
          "a password has a character that could not be read; does the system's language (LANG)"
              + " use UTF-8?");
    }
    return new Password(
        HexFormat.of().formatHex(Bytes.sha256((PURPOSE + text).getBytes(StandardCharsets.UTF_8))));
  }

  /// The text that J-PAKE uses as the password: the 64 hexadecimal digits, in lower case, of the
  /// SHA-256 of `p2pgossip/1.1 password:` and the text in UTF-8.
  char[] secret() {
    return secret.toCharArray();
  }

  /// Takes a time that does not depend on how much is equal.
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

  /// Reveals nothing.
  @Override
  public String toString() {
    return "a password";
  }
}
