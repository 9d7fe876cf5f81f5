package p2pgossip.journal;

import java.util.Locale;

/// Text from outside, made fit to be shown as a part of one line.
public final class ShownText {

  /// In characters of the original text, before any is escaped.
  static final int LONGEST = 500;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private ShownText() {}

  /// The text on one line: what would move the cursor, reorder the line or show nothing is escaped
  /// as `\n` or `\u001b`, and what is over [#LONGEST] characters is only counted. A backslash stays
  /// as it is.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST) + 32);
    int at = 0;
    for (int taken = 0; taken < LONGEST && at < text.length(); taken++) {
      int character = text.codePointAt(at);
      append(shown, character);
      at += Character.charCount(character);
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

  private static void append(StringBuilder shown, int character) {
    switch (character) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (!isEscaped(character)) {
          shown.appendCodePoint(character);
        } else if (Character.isBmpCodePoint(character)) {
          shown.append(String.format(Locale.ROOT, "\\u%04x", character));
        } else {
          shown.append(String.format(Locale.ROOT, "\\u{%x}", character));
        }
      }
    }
  }

  private static boolean isEscaped(int character) {
    return switch (Character.getType(character)) {
      // A code point of type SURROGATE is one without its other half.
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Bidirectional overrides are among these, and so are the joiners, which scripts and emoji
      // need.
      case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
