package p2pgossip.laboratory;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.population.PopulationSettings;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;
import p2pgossip.topology.Topology;

/// An experiment as one builds it from the settings of a run.
///
/// @param name blank for one that says what is measured and varied
/// @param settings of which some are varied
/// @param axes none to two
/// @param commonLuck as in [Experiment]
public record SweepDraft(
    String name,
    Scale scale,
    PopulationSettings settings,
    List<Axis> axes,
    Repeats repeats,
    List<Measure> measures,
    boolean commonLuck) {

  /// A run in virtual time ends after this many periods.
  public static final int PERIODS = 120;

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(10);

  public SweepDraft {
    axes = List.copyOf(axes);
    measures = List.copyOf(measures);
  }

  /// What is varied at a scale, in its order.
  public static List<Parameter> parameters(Scale scale) {
    return Parameter.ALL.stream()
        .filter(
            parameter ->
                switch (parameter) {
                  case CRASH, CRASH_AFTER, MESSAGE_BYTES -> !scale.playsScenarios();
                  case PERIOD, CHURN -> scale.playsScenarios();
                  case LATENCY -> scale == Scale.VIRTUAL;
                  default -> true;
                })
        .toList();
  }

  /// Checks each value of an axis by itself.
  ///
  /// @throws IllegalArgumentException when one is out of its range, saying which
  public void requireFitting(Axis axis) {
    Base base = base();
    for (String value : axis.values()) {
      Base _ = base.with(axis.parameter(), value);
    }
  }

  /// The experiment.
  ///
  /// @throws IllegalArgumentException when something does not fit together, saying what
  public Experiment experiment() {
    Experiment experiment =
        new Experiment(
            name.isBlank()
                ? SweepWords.title(measures, axes.stream().map(Axis::parameter).toList())
                : name.strip(),
            "",
            settings.seed(),
            scale,
            base(),
            axes,
            false,
            repeats,
            measures,
            commonLuck);
    experiment.requireFitting();
    return experiment;
  }

  /// What is varied.
  ///
  /// @throws IllegalArgumentException when it can't be, saying why
  Base base() {
    requireNamed(settings.topology());
    return scale.playsScenarios() ? scenario() : population();
  }

  /// A file of an experiment names the wiring in a word.
  private static void requireNamed(Topology topology) {
    try {
      Topology _ = Topology.parse(topology.label());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a network from a file can't be swept, since the file of an experiment does not hold it;"
              + " choose another wiring",
          e);
    }
  }

  private PopulationBase population() {
    return new PopulationBase(
        settings.peers(),
        settings.topology(),
        settings.spreading(),
        settings.loss(),
        settings.crashes().share(),
        settings.crashes().afterRound(),
        PopulationBase.USUAL_MESSAGE);
  }

  private Base scenario() {
    if (settings.crashes().share() > 0) {
      throw new IllegalArgumentException(
          "only on arrays does a share of the peers crash by itself; set Crashed to 0, or choose"
              + " arrays");
    }
    ScenarioBase base =
        new ScenarioBase(
            scenario(
                settings.peers(),
                settings.topology(),
                settings.spreading(),
                NetworkTraits.NONE,
                settings.seed()));
    boolean varied = axes.stream().anyMatch(axis -> axis.parameter() == Parameter.LOSS);
    return settings.loss() == 0 || varied
        ? base
        : base.with(Parameter.LOSS, Axis.text(BigDecimal.valueOf(settings.loss())));
  }

  /// One rumour, from the first peer on, in periods of a second.
  static Scenario scenario(
      int peers, Topology topology, Spreading spreading, NetworkTraits traits, long seed) {
    return new Scenario(
        "One rumour",
        "",
        seed,
        peers,
        0,
        topology,
        PeerSettings.DEFAULT.withPeriod(PERIOD).withSentences(false).withSpreading(spreading),
        PERIOD.multipliedBy(PERIODS),
        QUIET,
        List.of(
            new TimedAction(FIRST, new Action.Spread(new Selection.These(1), Action.Spread.USUAL))),
        List.of(),
        traits);
  }
}
