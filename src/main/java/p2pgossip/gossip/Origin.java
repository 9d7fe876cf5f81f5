package p2pgossip.gossip;

/// How a peer came to be known.
public sealed interface Origin {

  /// The user asked for it.
  record Asked() implements Origin {}

  /// It called and asked to be connected.
  record Called() implements Origin {}

  /// It stood in the list of somebody else.
  record ListedBy(PeerAddress neighbor) implements Origin {}
}
