package p2pgossip.net.password;

/// What came from the other side is none of what was to come, or does not show that the password is
/// known there.
public final class BadProof extends Exception {

  private static final long serialVersionUID = 1L;

  /// @param reason in words, fit to stand behind a colon; says nothing that is secret
  BadProof(String reason) {
    super(reason);
  }

  BadProof(String reason, Exception cause) {
    super(reason, cause);
  }

  /// In words, fit to stand behind a colon.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
