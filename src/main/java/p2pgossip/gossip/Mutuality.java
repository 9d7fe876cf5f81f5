package p2pgossip.gossip;

/// Whether a peer that this one knows also knows this one: whether it sends it gossip at the
/// moment, as far as this peer can tell.
public enum Mutuality {
  /// It says so, or it sends what it would send to a neighbour only.
  MUTUAL,
  /// It says that it does not, or neither has introduced itself to the other.
  ONE_WAY,
  /// One has introduced itself to the other, and the other does not say whether it still knows it,
  /// as an original never does.
  UNKNOWN
}
