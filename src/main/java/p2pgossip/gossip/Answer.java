package p2pgossip.gossip;

/// What a peer answers to a [Request] that has come in.
public sealed interface Answer {

  /// The peer does what it was asked.
  record Given(Reply reply) implements Answer {}

  /// The peer refuses. Nothing has changed except what it remembers of the request.
  ///
  /// @param reason in words, without a full stop
  /// @param tryLater whether the same request may be granted later
  record Refused(String reason, boolean tryLater) implements Answer {}
}
