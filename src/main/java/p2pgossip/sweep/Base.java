package p2pgossip.sweep;

import org.jspecify.annotations.Nullable;

/// What an experiment varies. Immutable.
public sealed interface Base permits PopulationBase, ScenarioBase {

  /// The same with another value of a parameter.
  ///
  /// @param value as in files
  /// @throws IllegalArgumentException when it has no such parameter, or can't take the value
  Base with(Parameter parameter, String value);

  /// The value of a parameter, as in files; null if it has none.
  @Nullable String value(Parameter parameter);

  /// Checks what depends on several parameters.
  ///
  /// @throws IllegalArgumentException when they don't fit together
  void requireFitting();
}
