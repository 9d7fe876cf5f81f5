package p2pgossip.gossip;

import java.util.Set;

/// The names of the rumours that a peer has, sent to ask another for those that it lacks.
///
/// @param have at most [#MOST]
/// @param purpose what the peer asks for
public record Digest(Set<RumorId> have, Purpose purpose) {

  /// The most ids in one digest: as many as rumours are kept, and some to spare.
  public static final int MOST = 1_024;

  /// What the asking peer wants.
  public enum Purpose {
    /// Rumour mongering by pull: the rumours that the other still spreads.
    PULL,
    /// Anti-entropy: all rumours that the other keeps and this peer lacks, and the names of those
    /// that the other lacks.
    RECONCILE
  }

  /// @throws IllegalArgumentException when there are too many
  public Digest {
    have = Set.copyOf(have);
    if (have.size() > MOST) {
      throw new IllegalArgumentException("a digest of " + have.size() + " ids is over " + MOST);
    }
  }
}
