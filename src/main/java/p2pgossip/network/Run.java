package p2pgossip.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// A network from its set-up to its end, and how it was set up.
///
/// @param number counts the runs of a session, from 1
/// @param scenario whose run it is; null if the network was set up by hand
/// @param variant its name among the runs of the scenario; null if there is only one
/// @param repetition counts the runs of the same variant, from 1
/// @param topology how it is wired, as in a scenario: `ring`, `small-world:4:0.1`
/// @param seed of the wiring and of random choices
/// @param originals how many of the members with which it began, counted from the last of these,
///     behave like the original
/// @param members in the order of their numbers, the first being 1; at most [#MOST_MEMBERS]. Those
///     that join later follow
/// @param time what its clock shows
/// @param inStep whether it is known that all members begin a period at the same moment, and what
///     is sent in a round is passed on in the next. A report leaves that to its scenario
public record Run(
    int number,
    @Nullable String scenario,
    @Nullable String variant,
    int repetition,
    String topology,
    long seed,
    int originals,
    List<PeerAddress> members,
    Time time,
    boolean inStep) {

  public static final int MOST_MEMBERS = 2_000;

  /// What the clock of a run shows.
  public enum Time {
    /// The time of day.
    REAL("real"),
    /// A simulated time, as fast as the machine allows.
    VIRTUAL("virtual");

    private final String label;

    Time(String label) {
      this.label = label;
    }

    /// Its name in files.
    public String label() {
      return label;
    }
  }

  /// @throws IllegalArgumentException when a number is out of its range
  public Run {
    members = List.copyOf(members);
    if (number < 1 || repetition < 1) {
      throw new IllegalArgumentException("runs and repetitions are counted from 1");
    }
    if (members.size() > MOST_MEMBERS || originals < 0 || originals > members.size()) {
      throw new IllegalArgumentException(
          "a run of %s members, %s of them original, is out of range"
              .formatted(members.size(), originals));
    }
  }

  /// The same run with one more member.
  public Run withMember(PeerAddress member) {
    List<PeerAddress> all = new ArrayList<>(members);
    all.add(member);
    return new Run(
        number, scenario, variant, repetition, topology, seed, originals, all, time, inStep);
  }

  /// A name that distinguishes it: its variant, its scenario, or its number.
  public String name() {
    if (variant != null) {
      return variant;
    }
    return scenario != null ? scenario : "run " + number;
  }
}
