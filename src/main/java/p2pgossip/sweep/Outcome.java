package p2pgossip.sweep;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The outcome of a run.
///
/// @param repetition counted from 0
/// @param values one for each of [Measure#ALL], NaN where it is unknown; none if the run failed
/// @param failure why it failed; null if it did not
public record Outcome(int point, int repetition, List<Double> values, @Nullable String failure) {

  public Outcome {
    values = List.copyOf(values);
  }

  /// @param measured is asked for every measure
  public static Outcome measured(int point, int repetition, ToDoubleFunction<Measure> measured) {
    return new Outcome(
        point, repetition, Measure.ALL.stream().map(measured::applyAsDouble).toList(), null);
  }

  public static Outcome failed(int point, int repetition, String why) {
    return new Outcome(point, repetition, List.of(), why);
  }

  /// NaN where it is unknown, and if the run failed.
  public double value(Measure measure) {
    return failure == null ? values.get(measure.place()) : Double.NaN;
  }
}
