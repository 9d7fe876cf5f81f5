package p2pgossip.ui.model;

/// Why a peer could not be started, and which field of the form is to blame.
public record StartFailure(Field field, String words) {

  /// A picture has one clock: no real peer is started beside simulated ones.
  static final StartFailure BESIDE_SIMULATED =
      new StartFailure(Field.PORT, "the swarm in this window lives in virtual time; end it first");

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
