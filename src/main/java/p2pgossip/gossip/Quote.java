package p2pgossip.gossip;

/// Texts from outside as they stand in the words of an error: whatever was sent, it is one line that a log
/// can bear.
public final class Quote {

  /// Characters; more than any address or name of a field has that is worth reading.
  private static final int LONGEST = 60;

  private Quote() {}

  /// In quotes, and cut where it is long.
  public static String of(String text) {
    return '"' + shorten(text) + '"';
  }

  /// The same without the quotes.
  public static String shorten(String text) {
    return shorten(text, LONGEST);
  }

  /// Whatever would break, paint or reorder a line of a log or show nothing, as [ShownText] has it, is left
  /// out, with U+FFFD in its place.
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
