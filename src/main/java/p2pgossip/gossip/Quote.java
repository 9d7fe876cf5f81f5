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

  /// Whatever would break or paint a line of a log is left out, with U+FFFD in its place.
  public static String shorten(String text, int length) {
    String start = text.length() <= length ? text : text.substring(0, length) + "…";
    StringBuilder line = new StringBuilder(start.length());
    start.chars().map(c -> isUnfitForALine(c) ? '\uFFFD' : c).forEach(c -> line.append((char) c));
    return line.toString();
  }

  private static boolean isUnfitForALine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
