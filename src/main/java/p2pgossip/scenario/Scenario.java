package p2pgossip.scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Quote;
import p2pgossip.network.Run;
import p2pgossip.topology.Topology;

/// A network and a schedule of actions on it, to be run once or in several variants.
///
/// @param name for a menu; 1 to 100 characters
/// @param description for the class, a few sentences; at most 4,000 characters
/// @param seed of the wiring and of all random choices
/// @param peers the number of peers at the beginning, 1 to [#MOST_PEERS]
/// @param originals how many of the peers, counted from the last, speak the original protocol only
/// and so pass no rumour on
/// @param settings with which all peers begin
/// @param lasts the time after which a run ends at the latest, counted as in [TimedAction]; 0 to 1
/// day
/// @param quiet a run ends earlier once all actions are done and no copy of a rumour has been sent
/// or in transit for this time; null if it does not
/// @param actions in the order of their times; actions of the same time keep their order
/// @param variants the runs to compare; if there are none, the scenario itself is run once
/// @param traits of the network in all runs
public record Scenario(
    String name,
    String description,
    long seed,
    int peers,
    int originals,
    Topology topology,
    PeerSettings settings,
    Duration lasts,
    @Nullable Duration quiet,
    List<TimedAction> actions,
    List<Variant> variants,
    NetworkTraits traits) {

  /// As many as the picture of a network and its report hold. What runs a scenario may run fewer.
  public static final int MOST_PEERS = 2_000;

  public static final int MOST_ACTIONS = 1_000;
  public static final int MOST_VARIANTS = 20;
  public static final int LONGEST_NAME = 100;
  public static final int LONGEST_DESCRIPTION = 4_000;
  public static final Duration LONGEST = Duration.ofDays(1);

  /// @throws IllegalArgumentException when a value is out of range, or two values don't fit
  /// together, saying which
  public Scenario {
    actions = actions.stream().sorted(Comparator.comparing(TimedAction::at)).toList();
    variants = List.copyOf(variants);
    requireRange("the length of the name", name.strip().length(), 1, LONGEST_NAME);
    requireRange("the length of the description", description.length(), 0, LONGEST_DESCRIPTION);
    requireRange("the number of peers", peers, 1, MOST_PEERS);
    requireRange("the number of original peers", originals, 0, peers);
    requireRange("the number of actions", actions.size(), 0, MOST_ACTIONS);
    requireRange("the number of runs", variants.size(), 0, MOST_VARIANTS);
    if (lasts.isNegative() || lasts.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("it must last from 0 s to 1 day, not " + seconds(lasts));
    }
    if (quiet != null && (quiet.isNegative() || quiet.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException(
          "the quiet that ends it must be from 0 s to 1 day, not " + seconds(quiet));
    }
    topology.requirePeers(peers);
    requireFittingActions(actions, peers, originals, lasts);
    requireFittingVariants(variants, settings, peers);
    requireFittingTraits(traits, peers, lasts);
    if (traits.inStep()) {
      requireStep(actions);
    }
  }

  /// A scenario on the usual network.
  public Scenario(
      String name,
      String description,
      long seed,
      int peers,
      int originals,
      Topology topology,
      PeerSettings settings,
      Duration lasts,
      @Nullable Duration quiet,
      List<TimedAction> actions,
      List<Variant> variants) {
    this(
        name,
        description,
        seed,
        peers,
        originals,
        topology,
        settings,
        lasts,
        quiet,
        actions,
        variants,
        NetworkTraits.NONE);
  }

  /// The topology of a run.
  public Topology topologyOf(Variant run) {
    return Objects.requireNonNullElse(run.topology(), topology);
  }

  /// The settings with which the peers of a run begin.
  public PeerSettings settingsOf(Variant run) {
    return run.settings().applyTo(settings);
  }

  /// The runs of the scenario: at least one.
  public List<Variant> runs() {
    return variants.isEmpty() ? List.of(new Variant(name, SettingsChange.NONE, null)) : variants;
  }

  private static void requireRange(String what, int value, int least, int greatest) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, not %s".formatted(what, least, greatest, value));
    }
  }

  private static void requireFittingActions(
      List<TimedAction> actions, int peers, int originals, Duration lasts) {
    Set<String> faults = new HashSet<>();
    for (TimedAction timed : actions) {
      String where = "the action at " + seconds(timed.at());
      if (timed.at().compareTo(lasts) > 0) {
        throw new IllegalArgumentException(where + " comes after the end, at " + seconds(lasts));
      }
      for (int number : timed.action().named().toList()) {
        if (number < 1 || number > peers) {
          throw new IllegalArgumentException(
              "%s names peer %s, but the peers are 1 to %s".formatted(where, number, peers));
        }
      }
      if (timed.action() instanceof Action.Spread(Selection by, String _)
          && by.named().stream().anyMatch(number -> number > peers - originals)) {
        throw new IllegalArgumentException(
            where
                + " has an original peer spread a rumour, but original peers know no rumours; the"
                + " last "
                + originals
                + " are original");
      }
      if (timed.action() instanceof Action.Begin(String name, var _)) {
        faults.add(name);
      }
      if (timed.action() instanceof Action.End(String name) && !faults.contains(name)) {
        throw new IllegalArgumentException(
            "%s ends the fault %s, which has not begun".formatted(where, Quote.of(name)));
      }
    }
  }

  private static void requireFittingVariants(
      List<Variant> variants, PeerSettings settings, int peers) {
    Set<String> names = new HashSet<>();
    for (Variant variant : variants) {
      if (!names.add(variant.name())) {
        throw new IllegalArgumentException("two runs are named " + Quote.of(variant.name()));
      }
      PeerSettings _ = variant.settings().applyTo(settings);
      Topology own = variant.topology();
      if (own != null) {
        own.requirePeers(peers);
      }
    }
  }

  private static void requireFittingTraits(NetworkTraits traits, int peers, Duration lasts) {
    Latency latency = traits.latency();
    if (latency != null) {
      for (int number : new TreeSet<>(latency.named())) {
        if (number < 1 || number > peers) {
          throw new IllegalArgumentException(
              "the latency names peer %s, but the peers are 1 to %s".formatted(number, peers));
        }
      }
    }
    Churn churn = traits.churn();
    if (churn != null) {
      long joining = Math.round(churn.joinPerMinute() * lasts.toSeconds() / 60.0);
      if (peers + joining > Run.MOST_MEMBERS) {
        throw new IllegalArgumentException(
            "about %s peers would join in %s, but a run has at most %s peers in all"
                .formatted(joining, seconds(lasts), Run.MOST_MEMBERS));
      }
    }
  }

  /// In step, all peers have the same periods.
  private static void requireStep(List<TimedAction> actions) {
    for (TimedAction timed : actions) {
      boolean keepsStep =
          switch (timed.action()) {
            case Action.Change(Selection peers, SettingsChange settings) ->
                settings.period() == null || peers instanceof Selection.All;
            case Action.Pause(Selection peers) -> peers instanceof Selection.All;
            case Action.Resume(Selection peers) -> peers instanceof Selection.All;
            case Action.Step(Selection peers) -> peers instanceof Selection.All;
            default -> true;
          };
      if (!keepsStep) {
        throw new IllegalArgumentException(
            "the action at "
                + seconds(timed.at())
                + " would bring some peers out of step; in step, periods change, stop and begin for"
                + " all peers at once");
      }
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }
}
