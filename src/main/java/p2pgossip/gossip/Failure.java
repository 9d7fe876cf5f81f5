package p2pgossip.gossip;

/// Why a [Request] got no [Reply].
///
/// @param reason in words that fit after "because" or a colon, without a full stop
public record Failure(Kind kind, String reason) {

  /// Whether only a person can fix it, by setting a password or trusting a certificate.
  boolean isMendedByHand() {
    return switch (kind) {
      case UNTRUSTED, UNAUTHORIZED -> true;
      case UNREACHABLE, TIMED_OUT, NOT_A_PEER, REFUSED -> false;
    };
  }

  /// The kind of failure, which decides whether another attempt makes sense.
  public enum Kind {
    /// Nothing listens there, or the connection broke.
    UNREACHABLE,
    /// No answer within the time limit.
    TIMED_OUT,
    /// Something answered, but not as a peer would.
    NOT_A_PEER,
    /// A peer refused.
    REFUSED,
    /// The identity of the peer is not certain: it shows no certificate, or another one than
    /// before.
    UNTRUSTED,
    /// One of the two peers does not know the password of the other.
    UNAUTHORIZED
  }
}
