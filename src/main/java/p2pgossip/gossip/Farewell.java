package p2pgossip.gossip;

/// What is made of a goodbye.
public enum Farewell {
  /// It was proven: the peer is known no longer.
  BELIEVED,
  /// The peer that it is said of is asked itself.
  CHECKED,
  /// It says nothing of anybody who is known.
  IGNORED
}
