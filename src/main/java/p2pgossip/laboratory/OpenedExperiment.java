package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.scenario.Scenario;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;

/// An experiment that was opened, and what of it a form can show. The rest stays as it is.
///
/// @param settings its network as settings of a run; null if it has more than they tell
/// @param showsAxes whether what is varied can be shown
/// @param showsRepeats whether how often its points are run can be shown
public record OpenedExperiment(
    Experiment experiment,
    @Nullable PopulationSettings settings,
    boolean showsAxes,
    boolean showsRepeats) {

  /// The axes of a form.
  private static final int MOST_AXES = 2;

  /// The most repetitions that a form takes.
  public static final int MOST_REPETITIONS = 100_000;

  /// @param mostPeers that a form takes
  public static OpenedExperiment of(Experiment experiment, int mostPeers) {
    PopulationSettings settings = settings(experiment);
    return new OpenedExperiment(
        experiment,
        settings == null || settings.peers() > mostPeers ? null : settings,
        !experiment.pairs()
            && experiment.axes().size() <= MOST_AXES
            && experiment.axes().stream().allMatch(OpenedExperiment::canBeTyped),
        experiment.repeats().most() <= MOST_REPETITIONS);
  }

  private static boolean canBeTyped(Axis axis) {
    try {
      return AxisText.parse(axis.parameter(), AxisText.of(axis)).equals(axis);
    } catch (IllegalArgumentException _) {
      // Its values are too long for a line, or have commas in them.
      return false;
    }
  }

  private static @Nullable PopulationSettings settings(Experiment experiment) {
    try {
      return switch (experiment.base()) {
        case PopulationBase base ->
            new PopulationSettings(
                base.peers(),
                base.topology(),
                base.spreading(),
                base.loss(),
                new Crashes(base.crash(), base.crashAfter()),
                experiment.seed());
        case ScenarioBase base -> settings(experiment, base);
      };
    } catch (IllegalArgumentException _) {
      // The base is for other peers than its wiring: an axis brings the one that fits.
      return null;
    }
  }

  /// Those that make the very scenario; null if there are none.
  private static @Nullable PopulationSettings settings(Experiment experiment, ScenarioBase base) {
    Scenario scenario = base.scenario();
    PopulationSettings settings =
        new PopulationSettings(
            scenario.peers(),
            scenario.topology(),
            scenario.settings().spreading(),
            base.loss(),
            Crashes.NONE,
            experiment.seed());
    return draft(experiment, settings).base().equals(base) ? settings : null;
  }

  private static SweepDraft draft(Experiment of, PopulationSettings settings) {
    return new SweepDraft(
        of.name(), of.scale(), settings, of.axes(), of.repeats(), of.measures(), of.commonLuck());
  }

  /// What a form can't show, and so stays as it is in the file: a sentence; empty if it shows all.
  public String words() {
    List<String> kept = new ArrayList<>();
    if (settings == null) {
      kept.add(
          experiment.base() instanceof ScenarioBase(Scenario scenario)
              ? String.format(
                  Locale.UK,
                  "its network, the scenario “%s” of %,d peers",
                  ShownText.of(scenario.name()),
                  scenario.peers())
              : "its network");
    }
    if (!showsAxes) {
      kept.add(
          experiment.pairs() ? "what is varied, in pairs: " + axes() : "what is varied: " + axes());
    }
    if (!showsRepeats) {
      kept.add(String.format(Locale.UK, "up to %,d repetitions", experiment.repeats().most()));
    }
    if (hasMessages()) {
      kept.add("the size of a message");
    }
    return kept.isEmpty() ? "" : "Stays as it is in the file: " + String.join("; ", kept) + ".";
  }

  private String axes() {
    return String.join(
        " and ",
        experiment.axes().stream()
            .map(axis -> SweepWords.name(axis.parameter()) + " " + AxisText.of(axis))
            .toList());
  }

  private boolean hasMessages() {
    return experiment.base() instanceof PopulationBase base
        && base.messageBytes() != PopulationBase.USUAL_MESSAGE;
  }

  /// The experiment with what was changed in a form, and all else as it is.
  ///
  /// @param draft what the form shows
  /// @throws IllegalArgumentException when something does not fit together, saying what
  public Experiment changed(SweepDraft draft) {
    List<Axis> axes = showsAxes ? draft.axes() : experiment.axes();
    Repeats repeats = showsRepeats ? draft.repeats() : experiment.repeats();
    Experiment changed =
        new Experiment(
            draft.name().isBlank() ? experiment.name() : draft.name().strip(),
            experiment.description(),
            settings == null ? experiment.seed() : draft.settings().seed(),
            settings == null ? experiment.scale() : draft.scale(),
            settings == null ? experiment.base() : base(draft),
            axes,
            !showsAxes && experiment.pairs(),
            repeats,
            draft.measures(),
            draft.commonLuck());
    changed.requireFitting();
    return changed;
  }

  private Base base(SweepDraft draft) {
    Base base = draft.base();
    return draft.scale() == Scale.ARRAYS && experiment.base() instanceof PopulationBase before
        ? base.with(Parameter.MESSAGE_BYTES, String.valueOf(before.messageBytes()))
        : base;
  }
}
