package p2pgossip.ui.laboratory;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.Prediction;
import p2pgossip.laboratory.Predictions;
import p2pgossip.population.PopulationSettings;

/// Finds what theory says of what is run, while it runs. FX thread only.
final class TheorySearch {

  private final Executor background;
  private final Executor fxThread;

  /// Null before the first.
  private @Nullable Object newest;

  /// @param background finds it
  TheorySearch(Executor background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
  }

  /// @param found is told it, unless something else is asked for first
  void begin(PopulationSettings settings, Consumer<Prediction> found) {
    Object search = new Object();
    newest = search;
    background.execute(
        () -> {
          Prediction prediction = Predictions.of(settings);
          fxThread.execute(
              () -> {
                if (search.equals(newest)) {
                  found.accept(prediction);
                }
              });
        });
  }
}
