package p2pgossip;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.scenario.NameChoice;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.Variant;

/// What the flags change in a scenario.
///
/// @param seed in place of the scenario's; null for its own
/// @param settings in place of the scenario's
/// @param names what its peers are called, in place of the scenario's choice; null for that
/// @param tunable whether others may change the settings of its peers
/// @param wholeNetwork whether its peers ask each other which peers they know
record ScenarioChanges(
    @Nullable Long seed,
    SettingsChange settings,
    @Nullable NameChoice names,
    boolean tunable,
    boolean wholeNetwork) {

  static ScenarioChanges of(LaunchOptions options, Set<Flag> given) {
    LaunchOptions.GossipFlags gossip = options.gossip;
    Boolean sentences = gossip.noSentences ? Boolean.FALSE : null;
    return new ScenarioChanges(
        gossip.seed,
        new SettingsChange(
            options.peer.period,
            options.peer.update ? Boolean.TRUE : null,
            // A text that the user gives is always sent.
            gossip.text == null ? sentences : Boolean.TRUE,
            gossip.text,
            given.contains(Flag.FAILURES) ? gossip.failures : null,
            given.contains(Flag.MAX_PEERS) ? gossip.maxPeers : null,
            given.contains(Flag.STRATEGY) ? gossip.strategy : null,
            given.contains(Flag.FANOUT) ? gossip.fanout : null,
            given.contains(Flag.INTEREST) ? gossip.interest : null,
            null,
            given.contains(Flag.FORWARDING) ? gossip.forwarding : null),
        options.swarm.names,
        options.peer.allowTuning,
        options.window.wholeNetwork);
  }

  /// @throws IllegalArgumentException when the runs of the scenario differ in a setting that a flag
  ///     changes
  Scenario applyTo(Scenario scenario) {
    for (Variant run : scenario.variants()) {
      requireSame(Flag.PERIOD, settings.period(), run.settings().period());
      requireSame(Flag.UPDATE, settings.update(), run.settings().update());
      requireSame(Flag.TEXT, settings.text(), run.settings().text());
      requireSame(
          settings.text() == null ? Flag.NO_SENTENCES : Flag.TEXT,
          settings.sentences(),
          run.settings().sentences());
      requireSame(Flag.FAILURES, settings.failureLimit(), run.settings().failureLimit());
      requireSame(Flag.MAX_PEERS, settings.maxPeers(), run.settings().maxPeers());
      requireSame(Flag.STRATEGY, settings.strategy(), run.settings().strategy());
      requireSame(Flag.FANOUT, settings.fanout(), run.settings().fanout());
      requireSame(Flag.INTEREST, settings.interest(), run.settings().interest());
      requireSame(Flag.FORWARDING, settings.forwarding(), run.settings().forwarding());
    }
    PeerSettings before = scenario.settings();
    PeerSettings changed =
        settings
            .applyTo(before)
            // A limit that is given applies to all peers.
            .withKeep(before.keep() && settings.failureLimit() == null)
            .withTunable(before.tunable() || tunable)
            .withWholeNetwork(before.wholeNetwork() || wholeNetwork);
    return new Scenario(
        scenario.name(),
        scenario.description(),
        Objects.requireNonNullElse(seed, scenario.seed()),
        scenario.peers(),
        scenario.originals(),
        scenario.topology(),
        changed,
        scenario.lasts(),
        scenario.quiet(),
        scenario.actions(),
        scenario.variants(),
        names == null ? scenario.traits() : scenario.traits().withNames(names));
  }

  private static void requireSame(Flag flag, @Nullable Object given, @Nullable Object ofRun) {
    if (given != null && ofRun != null) {
      throw new IllegalArgumentException(
          flag.longName() + ": the runs of this scenario differ in just that; leave it out");
    }
  }
}
