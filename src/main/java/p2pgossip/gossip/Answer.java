package p2pgossip.gossip;

/// What a peer answers to a [Request] that has come in.
public sealed interface Answer {

  /// It does what it was asked.
  record Given(Reply reply) implements Answer {}

  /// It does not, and nothing has changed but what it remembers of being asked.
  ///
  /// @param reason in words, with no full stop
  /// @param tryLater whether the same may be granted later
  record Refused(String reason, boolean tryLater) implements Answer {}
}
