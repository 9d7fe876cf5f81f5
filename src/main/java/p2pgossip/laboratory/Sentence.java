package p2pgossip.laboratory;

/// Makes sentences for the user of the messages of exceptions, which have neither a capital letter
/// nor a full stop.
public final class Sentence {

  private Sentence() {}

  /// @param words at least one
  public static String of(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /// The message of an exception as a sentence.
  public static String of(Exception exception) {
    String words = exception.getMessage();
    return of(words == null || words.isEmpty() ? exception.getClass().getSimpleName() : words);
  }
}
