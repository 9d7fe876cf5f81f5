package p2pgossip.gossip;

/// Quotes text from outside in the words of an error. Whatever was sent, the result is one line
/// that is safe to log.
public final class Quote {

  /// The most characters; no address or name of a field that is worth reading is longer.
  private static final int LONGEST = 60;

  private Quote() {}

  /// The text in quotes, cut if it is long.
  public static String of(String text) {
    return '"' + shorten(text) + '"';
  }

  /// The same without the quotes.
  public static String shorten(String text) {
    return shorten(text, LONGEST);
  }

  /// U+FFFD replaces whatever would break, colour or reorder a line of a log, or would be
  /// invisible, as [ShownText] defines it.
  public static String shorten(String text, int length) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), length) + 1);
    int before = ' ';
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      if (at + Character.charCount(character) > length) {
        return line.append('…').toString();
      }
      line.appendCodePoint(ShownText.isFit(character, before) ? character : '\uFFFD');
      at += Character.charCount(character);
      before = character;
    }
    return line.toString();
  }
}
