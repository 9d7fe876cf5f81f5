package p2pgossip.net.password;

/// A message of the other side is malformed, or does not prove that it knows the password.
public final class BadProof extends Exception {

  private static final long serialVersionUID = 1L;

  /// @param reason follows a colon; reveals no secret
  BadProof(String reason) {
    super(reason);
  }

  BadProof(String reason, Exception cause) {
    super(reason, cause);
  }

  /// Follows a colon.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
