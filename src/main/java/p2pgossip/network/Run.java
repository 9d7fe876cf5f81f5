package p2pgossip.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// A network that was put up at once, from its beginning to its end, and what it was put up as.
///
/// @param number counts the runs of a session, from 1
/// @param scenario whose run it is; null where the network was put up by hand
/// @param variant its name among the runs of the scenario; null where there is only one
/// @param repetition counts the runs of the same variant, from 1
/// @param topology how it was wired, as in a scenario: `ring`, `small-world:4:0.1`
/// @param seed of the wiring and of what was drawn by lot
/// @param originals how many of the members, the last, behave as the original
/// @param members by their numbers, the first being 1; bounded to [#MOST_MEMBERS]
/// @param time what its clock shows
public record Run(
    int number,
    @Nullable String scenario,
    @Nullable String variant,
    int repetition,
    String topology,
    long seed,
    int originals,
    List<PeerAddress> members,
    Time time) {

  public static final int MOST_MEMBERS = 2_000;

  /// What the clock of a run shows.
  public enum Time {
    /// The time of day.
    REAL,
    /// A time that is reckoned, as fast as the machine allows.
    VIRTUAL
  }

  /// @throws IllegalArgumentException when a number is out of its range
  public Run {
    members = List.copyOf(members);
    if (number < 1 || repetition < 1) {
      throw new IllegalArgumentException("runs and their repetitions are counted from 1");
    }
    if (members.size() > MOST_MEMBERS || originals < 0 || originals > members.size()) {
      throw new IllegalArgumentException(
          "a run of %s members, %s of them original, is out of range"
              .formatted(members.size(), originals));
    }
  }

  /// By what it is told from the others: its variant, its scenario, or its number.
  public String name() {
    if (variant != null) {
      return variant;
    }
    return scenario != null ? scenario : "run " + number;
  }
}
