package p2pgossip.gossip;

/// Whether a peer that this one knows also knows this one: among those whom it tells its gossip at
/// this moment, as far as can be told.
public enum Mutuality {
  /// It says so, or it sends what it would send to a neighbour only.
  MUTUAL,
  /// It says that it does not, or neither was ever introduced to the other.
  ONE_WAY,
  /// One was introduced to the other, and the other does not say whether that still holds, as an
  /// original never does.
  UNKNOWN
}
