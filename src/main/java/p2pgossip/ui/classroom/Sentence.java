package p2pgossip.ui.classroom;

/// Makes a sentence of a reason.
final class Sentence {

  private Sentence() {}

  /// The message of an exception with a reason for the user.
  static String of(Exception reason) {
    String words = String.valueOf(reason.getMessage());
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
