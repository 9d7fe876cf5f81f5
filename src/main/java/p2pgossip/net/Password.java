package p2pgossip.net;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The password of a network of peers. Its text is not kept, only what HTTP's digest authentication makes
/// of it (RFC 7616, section 3.4.2): enough to show that it is known and to check whether others know it.
public final class Password {

  /// Whoever knows the password is the same to it, so there is one name.
  static final String USER = "peer";

  static final String REALM = "p2pgossip";

  /// Characters.
  public static final int LONGEST = 256;

  private final String secret;

  private Password(String secret) {
    this.secret = secret;
  }

  /// A password as it was typed, or as it stands in a file. A byte order mark before it and the end of a
  /// line behind it are no part of it, and letters with accents are the same however they are put
  /// together (NFC, as RFC 8265 has it, section 4.2.2); blanks at its ends are a part of it.
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
    return of(USER, REALM, text);
  }

  static Password of(String user, String realm, String text) {
    return new Password(sha256(user + ':' + realm + ':' + text));
  }

  /// What a request is shown to be made with by somebody who knows the password: the `response` of
  /// RFC 7616, section 3.4.1, for the quality of protection `auth`.
  ///
  /// @param count `nc`, as eight hexadecimal digits
  String response(String method, String uri, String nonce, String count, String clientNonce) {
    return keyed(nonce, count, clientNonce, sha256(method + ':' + uri));
  }

  /// What its answer is shown to be made with: the `rspauth` of RFC 7616, section 3.5.
  String answerResponse(String uri, String nonce, String count, String clientNonce) {
    return keyed(nonce, count, clientNonce, sha256(':' + uri));
  }

  private String keyed(String nonce, String count, String clientNonce, String what) {
    return sha256(String.join(":", secret, nonce, count, clientNonce, "auth", what));
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Compares in a time that does not tell how much was right.
  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Password password && isSame(secret, password.secret);
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
