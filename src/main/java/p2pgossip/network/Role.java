package p2pgossip.network;

/// What a node in the picture is to the peer whose picture it is.
public enum Role {
  /// The peer itself.
  SELF,
  /// One was introduced to the other.
  CONNECTED,
  /// Learned from somebody's list: messages flow one way.
  LEARNED,
  /// Not yet checked by a handshake.
  PENDING,
  /// Does not answer at present.
  UNREACHABLE,
  /// Does not let this peer in, or is not let in by it.
  REFUSED,
  /// Stands in somebody's list, or sends messages here; not a neighbour of this peer.
  HEARD_OF
}
