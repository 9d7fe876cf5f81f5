package p2pgossip.laboratory;

import java.util.Optional;
import java.util.function.Supplier;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.experiment.SimulationSize.Misfit;

/// Why something is not begun.
final class Refusal {

  private Refusal() {}

  /// As a sentence; empty if there is room.
  ///
  /// @param measured compares what is needed with what the heap has left
  static Optional<String> of(Supplier<SimulationSize> measured) {
    Optional<Misfit> misfit = measured.get().misfit();
    if (misfit.isPresent()) {
      // What an earlier run has left behind may still stand in the way.
      System.gc();
      misfit = measured.get().misfit();
    }
    return misfit.map(Misfit::words).map(Sentence::of);
  }

  /// @throws IllegalArgumentException with the words, if there are any
  static void require(Optional<String> refusal) {
    refusal.ifPresent(
        words -> {
          throw new IllegalArgumentException(words.substring(0, words.length() - 1));
        });
  }
}
