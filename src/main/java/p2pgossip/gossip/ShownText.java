package p2pgossip.gossip;

import java.util.Locale;

/// Makes text from outside fit to be shown as part of one line, in a log, a terminal, a window or a
/// table. Whatever comes from another peer or a file passes through here on its way to the screen.
/// Doing so twice changes nothing more.
public final class ShownText {

  /// In characters of the original text, before any is escaped.
  static final int LONGEST = 500;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private ShownText() {}

  /// The text on one line: characters that would move the cursor, reorder the line or be invisible
  /// are escaped, as `\n` or `\u001b`, and characters beyond [#LONGEST] are only counted. A
  /// backslash stays as it is.
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /// The same for text of any length, for a file.
  public static String whole(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  private static String of(String text, int most) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST) + 32);
    int at = 0;
    int before = ' ';
    for (int taken = 0; taken < most && at < text.length(); taken++) {
      int character = text.codePointAt(at);
      append(shown, character, before);
      at += Character.charCount(character);
      before = shown.codePointBefore(shown.length());
    }
    if (at < text.length()) {
      int left = text.codePointCount(at, text.length());
      shown
          .append("… (")
          .append(String.format(Locale.UK, "%,d", left))
          .append(left == 1 ? " more character)" : " more characters)");
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int character, int before) {
    switch (character) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (isFit(character, before)) {
          shown.appendCodePoint(character);
        } else if (Character.isBmpCodePoint(character)) {
          shown.append(String.format(Locale.ROOT, "\\u%04x", character));
        } else {
          shown.append(String.format(Locale.ROOT, "\\u{%x}", character));
        }
      }
    }
  }

  /// Whether a character can be shown as it is.
  ///
  /// @param before the preceding character; a blank at the beginning
  public static boolean isFit(int character, int before) {
    return switch (Character.getType(character)) {
      // A code point of type SURROGATE is half of a pair.
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Bidirectional overrides are among these, and so are the joiners, which some scripts and
      // emoji need.
      case Character.FORMAT -> isJoiner(character) && canBeJoined(before);
      case Character.UNASSIGNED -> !isIgnorable(character);
      default -> isVariation(character) ? isVisible(before) : !isBlank(character);
    };
  }

  private static boolean isJoiner(int character) {
    return character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
  }

  /// Whether no characters are joined in this script, as in those of Europe, so that a joiner can
  /// only hide something.
  private static boolean canBeJoined(int before) {
    return (before > 0x5ff && isVisible(before)) || isVariation(before);
  }

  private static boolean isVisible(int before) {
    return !Character.isWhitespace(before)
        && !Character.isSpaceChar(before)
        && !isJoiner(before)
        && !isVariation(before);
  }

  /// Selects a form of the preceding character, mostly of an emoji.
  private static boolean isVariation(int character) {
    return (character >= 0xfe00 && character <= 0xfe0f)
        || (character >= 0xe0100 && character <= 0xe01ef);
  }

  /// Letters, marks and symbols that are invisible (Unicode, Default_Ignorable_Code_Point, and the
  /// two blank characters that are no spaces).
  private static boolean isBlank(int character) {
    return switch (character) {
      case 0x034f,
          0x115f,
          0x1160,
          0x17b4,
          0x17b5,
          0x180b,
          0x180c,
          0x180d,
          0x180f,
          0x2800,
          0x3164,
          0xffa0,
          0x1d159 ->
          true;
      default -> false;
    };
  }

  /// Code points that stand for no character and are shown as nothing.
  private static boolean isIgnorable(int character) {
    return (character & 0xfffe) == 0xfffe
        || (character >= 0xfdd0 && character <= 0xfdef)
        || character == 0x2065
        || (character >= 0xfff0 && character <= 0xfff8)
        || (character >= 0xe0000 && character <= 0xe0fff);
  }
}
