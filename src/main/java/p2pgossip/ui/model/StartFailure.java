package p2pgossip.ui.model;

/// Why a peer could not be started, and which field of the form is to blame.
public record StartFailure(Field field, String words) {

  /// The words as a sentence.
  public String sentence() {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /// A field of the form.
  public enum Field {
    PORT,
    HOST_ALIAS,
    PASSWORD
  }
}
