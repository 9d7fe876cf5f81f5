package p2pgossip.lesson;

import java.util.Optional;
import p2pgossip.population.PopulationSettings;
import p2pgossip.scenario.Scenario;

/// How a run is made.
public sealed interface Plan {

  /// In rounds in step, on arrays, however many peers there are.
  ///
  /// @param runs 1 to [#MOST_RUNS], each with luck of its own; figures are their means
  record InRounds(PopulationSettings settings, int runs) implements Plan {

    public static final int MOST_RUNS = 1_000;

    /// The most peers of all runs together.
    public static final long MOST_WORK = 20_000_000;
  }

  /// A scenario with one run.
  ///
  /// @param real whether on real peers; else in virtual time
  record Staged(Scenario scenario, boolean real) implements Plan {}

  /// The number of peers with which it begins.
  default int peers() {
    return switch (this) {
      case InRounds(PopulationSettings settings, int _) -> settings.peers();
      case Staged(Scenario scenario, boolean _) -> scenario.peers();
    };
  }

  /// In which time is counted.
  default String timeUnit() {
    return this instanceof InRounds ? "rounds" : "seconds";
  }

  /// The settings about which theory may know something.
  default Optional<PopulationSettings> forTheory() {
    return this instanceof InRounds(PopulationSettings settings, int _)
        ? Optional.of(settings)
        : Optional.empty();
  }
}
