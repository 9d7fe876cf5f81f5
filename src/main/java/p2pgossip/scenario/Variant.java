package p2pgossip.scenario;

import org.jspecify.annotations.Nullable;
import p2pgossip.topology.Topology;

/// One run of a scenario that is to be compared with others of it.
///
/// @param name by which it is told from the others; not blank
/// @param settings in which it differs
/// @param topology its own; null for that of the scenario
public record Variant(String name, SettingsChange settings, @Nullable Topology topology) {

  /// @throws IllegalArgumentException when the name is blank
  public Variant {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a run needs a name");
    }
  }
}
