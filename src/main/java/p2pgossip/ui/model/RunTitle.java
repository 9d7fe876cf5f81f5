package p2pgossip.ui.model;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;

/// What a window runs a swarm for.
///
/// @param shown to the user while it runs; null if no scenario is played
/// @param scenario its name; null if the user started the swarm
/// @param variant its name among the runs of the scenario; null if there is only one
/// @param description of the scenario, fit to be shown; empty if there is none
record RunTitle(
    @Nullable String shown,
    @Nullable String scenario,
    @Nullable String variant,
    String description) {

  /// The user started the swarm.
  static final RunTitle NONE = new RunTitle(null, null, null, "");

  /// @param index of the run among all runs of the scenario
  static RunTitle of(Scenario scenario, int index) {
    int runs = scenario.runs().size();
    Variant run = scenario.runs().get(index);
    String shown =
        runs == 1
            ? ShownText.of(scenario.name())
            : "%s (%s of %s)".formatted(ShownText.of(run.name()), index + 1, runs);
    return new RunTitle(
        shown,
        scenario.name(),
        scenario.variants().isEmpty() ? null : run.name(),
        ShownText.of(scenario.description()));
  }
}
