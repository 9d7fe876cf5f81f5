package p2pgossip.network;

/// The relation of a node to the peer from whose view the picture is drawn.
public enum Role {
  /// The peer itself.
  SELF,
  /// One of the two was introduced to the other.
  CONNECTED,
  /// Learned from a list: messages flow one way.
  LEARNED,
  /// Not yet checked by a handshake.
  PENDING,
  /// Does not answer at present.
  UNREACHABLE,
  /// Does not let this peer in, or is not let in by it.
  REFUSED,
  /// Is in a peer's list, or sends messages here, but is not a neighbour of this peer.
  HEARD_OF
}
