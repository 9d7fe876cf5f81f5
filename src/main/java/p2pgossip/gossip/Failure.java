package p2pgossip.gossip;

/// Why a [Request] brought no [Reply].
///
/// @param reason in words, fit to stand behind "because" or a colon, with no full stop
public record Failure(Kind kind, String reason) {

  /// Whether only a person can mend it, by a password or by trusting a certificate.
  boolean isMendedByHand() {
    return switch (kind) {
      case UNTRUSTED, UNAUTHORIZED -> true;
      case UNREACHABLE, TIMED_OUT, NOT_A_PEER, REFUSED -> false;
    };
  }

  /// What kind of failure it was, which decides whether another try makes sense.
  public enum Kind {
    /// Nobody listens there, or the connection broke.
    UNREACHABLE,
    /// No answer within the time limit.
    TIMED_OUT,
    /// Somebody answered, but not as a peer would.
    NOT_A_PEER,
    /// A peer answered that it will not.
    REFUSED,
    /// It is not sure who is there: it shows no certificate, or another one than before.
    UNTRUSTED,
    /// One of the two does not know the password of the other.
    UNAUTHORIZED
  }
}
