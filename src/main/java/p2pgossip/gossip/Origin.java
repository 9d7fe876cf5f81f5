package p2pgossip.gossip;

/// How a peer became known.
public sealed interface Origin {

  Origin ASKED = new Asked();
  Origin CALLED = new Called();

  /// The user asked for it.
  record Asked() implements Origin {}

  /// It called and asked to be connected.
  record Called() implements Origin {}

  /// It was in the list of another peer.
  record ListedBy(PeerAddress neighbor) implements Origin {}
}
