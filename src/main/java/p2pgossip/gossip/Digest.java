package p2pgossip.gossip;

import java.util.Set;

/// Which rumours a peer has, by name, as it asks another for those that it lacks.
///
/// @param have at most [#MOST]
/// @param purpose what is asked for
public record Digest(Set<RumorId> have, Purpose purpose) {

  /// Ids in one digest: as many as rumours are kept, with room to spare.
  public static final int MOST = 1_024;

  /// What the one who asks wants to hear.
  public enum Purpose {
    /// Rumour mongering by pull: the rumours that the other still spreads.
    PULL,
    /// Anti-entropy: all that the other keeps and the asker lacks, and the names of those that the
    /// other lacks.
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
