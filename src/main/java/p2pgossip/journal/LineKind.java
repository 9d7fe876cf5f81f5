package p2pgossip.journal;

/// The kind of a line of the log.
public enum LineKind {
  /// A message was sent.
  SENT("->"),
  /// A message was received.
  RECEIVED("<-"),
  /// A message or another request failed.
  FAILED("-x"),
  /// A peer joined, was learned, recovered or was restarted.
  JOINED("++"),
  /// A peer became unreachable, was forgotten or dropped.
  LOST("--"),
  /// This peer started, stopped or was changed.
  NOTE("**"),
  /// Something went wrong in this program.
  ERROR("!!");

  private final String sign;

  LineKind(String sign) {
    this.sign = sign;
  }

  /// Two characters that stand for the kind without colour.
  public String sign() {
    return sign;
  }
}
