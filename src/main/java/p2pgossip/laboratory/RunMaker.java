package p2pgossip.laboratory;

import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;

/// Makes many runs with the same settings, in this process or elsewhere. The figures are the same
/// wherever they are made.
@FunctionalInterface
public interface RunMaker {

  /// Makes them, and waits for their end.
  ///
  /// @param runs at least 1
  /// @param listener hears of each, in their order, on the thread of the caller
  /// @throws IllegalArgumentException when they can't be made, with the reason without a full stop
  /// @throws InterruptedException when the thread is interrupted; the rest is given up
  void run(PopulationSettings settings, int runs, Repetitions.Listener listener)
      throws InterruptedException;
}
