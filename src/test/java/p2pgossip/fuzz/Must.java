package p2pgossip.fuzz;

/// Conditions that hold for any input. An `AssertionError` is a finding.
public final class Must {

  /// In characters: some quotes of values, each cut short, and the words around them.
  private static final int LONGEST_REASON = 500;

  private Must() {}

  /// @param read what was read first
  /// @param again the result of writing and reading it again
  public static void beSame(Object read, Object again) {
    if (!read.equals(again)) {
      throw new AssertionError("read as %s, and once written as %s".formatted(read, again));
    }
  }

  /// A reason is one line of bounded length, suitable for a log.
  public static void beOneLine(String reason) {
    if (reason.isBlank()
        || reason.length() > LONGEST_REASON
        || reason.codePoints().anyMatch(Must::breaksLine)) {
      throw new AssertionError("not one bounded line: \"" + reason + "\"");
    }
  }

  private static boolean breaksLine(int character) {
    return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
  }

  public static void beAtMost(long most, long size) {
    if (size > most) {
      throw new AssertionError(size + " is more than " + most);
    }
  }

  /// This program can't read what it has written.
  public static AssertionError beReadAgain(Exception cause) {
    return new AssertionError("what was written can't be read again", cause);
  }
}
