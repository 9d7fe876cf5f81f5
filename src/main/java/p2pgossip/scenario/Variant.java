package p2pgossip.scenario;

import org.jspecify.annotations.Nullable;
import p2pgossip.topology.Topology;

/// A run of a scenario that is compared with its other runs.
///
/// @param name unlike that of the other runs; not blank
/// @param settings that differ from the scenario's
/// @param topology null for the scenario's
public record Variant(String name, SettingsChange settings, @Nullable Topology topology) {

  /// @throws IllegalArgumentException when the name is blank
  public Variant {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a run needs a name");
    }
  }
}
