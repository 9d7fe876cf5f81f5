package p2pgossip.gossip;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a peer is called, such as `Ana`. It is a claim and not an identity: two peers may claim the
/// same name, so that only their addresses tell them apart.
///
/// A name can be shown as it is on one line, and can't be taken for an address, a port or a number:
///
/// - It has 1 to 24 code points in normalization form C, without blanks at its ends or two in a
///   row.
/// - It begins with a letter, a digit or an emoji, and has at least one letter or emoji. So no
///   spreadsheet takes it for a formula either.
/// - It has no colon, no backslash, nothing that is invisible, moves the cursor or reorders a line
///   (as [ShownText] defines it), and at most three marks on one letter.
public record PeerName(String text) {

  /// In code points.
  public static final int LONGEST = 24;

  private static final int MOST_MARKS = 3;

  /// In characters; no longer text becomes a name by being normalized.
  private static final int LONGEST_TEXT = 16 * LONGEST;

  private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");

  /// @throws IllegalArgumentException when it is no name as described above, saying why
  public PeerName {
    String fault = text.equals(tidy(text)) ? fault(text) : "a name is in normalization form C";
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
  }

  /// Reads a name that the user gives. Blanks at its ends are dropped, several in a row become one,
  /// and letters are composed.
  ///
  /// @throws IllegalArgumentException when it can't be a name, saying why in words that follow a
  ///     colon
  public static PeerName parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(tooLong(text.codePointCount(0, text.length())));
    }
    String tidy = tidy(text);
    String fault = fault(tidy);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    return new PeerName(tidy);
  }

  /// Reads a name that another peer or a file gives, as [#parse] does.
  ///
  /// @return null if it can't be a name: what does not fit counts as none, and is not cut, because
  ///     what is left could be the name of another peer
  public static @Nullable PeerName claimed(String text) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    String tidy = tidy(text);
    return fault(tidy) == null ? new PeerName(tidy) : null;
  }

  /// A peer in a line of text: its address, and its name in brackets if it has one, as in
  /// `127.0.0.1:8081 (Ana)`. The address comes first and the brackets enclose the name, so that a
  /// name that is written from right to left does not reorder the line (Unicode Standard Annex 9,
  /// rule N0).
  public static String beside(PeerAddress peer, @Nullable PeerName name) {
    return name == null ? peer.toString() : peer + " (" + name + ")";
  }

  /// The same for two names that look alike: letters in upper and lower case, and forms of one
  /// character, are not told apart.
  public String look() {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String tidy(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll(" ").strip();
  }

  /// What is wrong with a tidy text; null if it can be a name.
  private static @Nullable String fault(String text) {
    int length = text.codePointCount(0, text.length());
    if (length == 0) {
      return "a name is not empty";
    }
    if (length > LONGEST) {
      return tooLong(length);
    }
    int before = ' ';
    int marks = 0;
    boolean named = false;
    for (int at = 0; at < text.length(); at += Character.charCount(before)) {
      int character = text.codePointAt(at);
      if (!ShownText.isFit(character, before)) {
        return String.format(
            Locale.ROOT, "a name has no invisible or control character, such as U+%04X", character);
      }
      if (character == ':') {
        return "a name has no colon, so that it is not taken for an address";
      }
      if (character == '\\') {
        return "a name has no backslash, so that it is not taken for an escaped character";
      }
      if (at == 0 && !isLetterOrEmoji(character) && !Character.isDigit(character)) {
        return "a name begins with a letter, a digit or an emoji, not with "
            + Quote.of(Character.toString(character));
      }
      marks = isMark(character) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        return "a name has at most " + MOST_MARKS + " marks on one letter";
      }
      named |= isLetterOrEmoji(character);
      before = character;
    }
    return named ? null : "a name has a letter or an emoji, so that it is not taken for a port";
  }

  private static String tooLong(int length) {
    return "a name has 1 to %s characters, not %s".formatted(LONGEST, length);
  }

  private static boolean isLetterOrEmoji(int character) {
    return Character.isLetter(character) || Character.getType(character) == Character.OTHER_SYMBOL;
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  @Override
  public String toString() {
    return text;
  }
}
