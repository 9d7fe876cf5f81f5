package p2pgossip.ui.model;

/// Why a peer could not be started, and which field of the form is to blame.
public record StartFailure(Field field, String words) {

  /// A field of the form.
  public enum Field {
    PORT,
    HOST_ALIAS
  }
}
