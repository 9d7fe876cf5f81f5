package p2pgossip.laboratory;

import java.util.Collections;
import p2pgossip.gossip.Quote;
import p2pgossip.heatmap.HeatMap;
import p2pgossip.results.SweepTally;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;

/// The heat map of an experiment with two axes, as the window has it: the first axis across.
public final class SweepHeatMap {

  /// The most cells side by side that can still be read.
  private static final int MOST_VALUES = 100;

  private SweepHeatMap() {}

  /// Finds a measure of an experiment.
  ///
  /// @param name as in files; empty for the first
  /// @throws IllegalArgumentException when it is not measured, naming those that are
  public static Measure measure(Experiment experiment, String name) {
    return experiment.measures().stream()
        .filter(it -> name.isEmpty() || it.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "it does not measure %s; there are %s"
                        .formatted(
                            Quote.of(name),
                            String.join(
                                ", ",
                                experiment.measures().stream().map(Measure::label).toList()))));
  }

  /// @param state the summary of its runs so far
  /// @throws IllegalArgumentException when the experiment does not combine the values of two axes
  public static HeatMap of(Experiment experiment, SweepTally.State state, Measure measure) {
    if (experiment.axes().size() != 2 || experiment.pairs()) {
      throw new IllegalArgumentException(
          experiment.pairs()
              ? "a heat map combines the values of two axes, and these come in pairs"
              : "a heat map takes two axes, not " + experiment.axes().size());
    }
    Axis across = experiment.axes().getFirst();
    Axis up = experiment.axes().getLast();
    if (Math.max(across.values().size(), up.values().size()) > MOST_VALUES) {
      throw new IllegalArgumentException(
          "a heat map takes axes of up to %s values, not %s and %s"
              .formatted(MOST_VALUES, across.values().size(), up.values().size()));
    }
    SweepView view =
        new SweepView(
            /* across= */ 0,
            /* beside= */ 1,
            Collections.nCopies(2, 0),
            /* heatMap= */ true,
            /* logAcross= */ false,
            /* logUp= */ false,
            /* differences= */ false);
    return SweepCharts.heatMap(experiment, view, measure, state).map();
  }
}
