package p2pgossip.classroom;

import java.util.Base64;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.Quote;

/// The beginning of a fingerprint, short enough to be typed from a board: its first 60 bits in 12
/// digits of Crockford's base 32, in groups of four. To find another key with the same code takes
/// some 2⁶⁰ keys.
///
/// @param text as in `K7Q2-M9XD-4PNA`
public record KeyCode(String text) {

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final int BITS = 5;
  private static final int GROUP = 4;

  /// The most that is read, with blanks and dashes.
  private static final int LONGEST = 40;

  /// Takes a code as typed: in either case, with or without dashes or blanks, with O for 0 and I or
  /// L for 1.
  ///
  /// @throws IllegalArgumentException when it is no code, saying what one is
  public KeyCode {
    text = grouped(digits(text));
  }

  /// The code of a key.
  public static KeyCode of(Fingerprint fingerprint) {
    String base64 = fingerprint.text().substring(fingerprint.text().indexOf(':') + 1);
    byte[] hash = Base64.getDecoder().decode(base64);
    StringBuilder code = new StringBuilder(LENGTH);
    for (int digit = 0; digit < LENGTH; digit++) {
      int value = 0;
      for (int bit = digit * BITS; bit < (digit + 1) * BITS; bit++) {
        value = value << 1 | (hash[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1);
      }
      code.append(DIGITS.charAt(value));
    }
    return new KeyCode(code.toString());
  }

  private static String digits(String typed) {
    StringBuilder digits = new StringBuilder(LENGTH);
    if (typed.length() <= LONGEST) {
      for (int i = 0; i < typed.length(); i++) {
        char c = typed.charAt(i);
        if (c != '-' && c != ' ') {
          digits.append(plain(c));
        }
      }
    }
    if (digits.length() != LENGTH || digits.chars().anyMatch(c -> DIGITS.indexOf(c) < 0)) {
      throw new IllegalArgumentException(
          "the code of a class is 12 letters and digits, as in K7Q2-M9XD-4PNA, not "
              + Quote.of(typed));
    }
    return digits.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case 'O', 'o' -> '0';
      case 'I', 'i', 'L', 'l' -> '1';
      default -> c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    };
  }

  private static String grouped(String digits) {
    return digits.substring(0, GROUP)
        + '-'
        + digits.substring(GROUP, 2 * GROUP)
        + '-'
        + digits.substring(2 * GROUP);
  }

  @Override
  public String toString() {
    return text;
  }
}
