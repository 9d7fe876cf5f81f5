package p2pgossip.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import p2pgossip.export.HeatMap;
import p2pgossip.gossip.Quote;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;

/// Turns the summaries of an experiment with two axes into a heat map of means.
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

  /// @param points as by [SweepResults#summaries]
  /// @throws IllegalArgumentException when the experiment does not combine the values of two axes
  public static HeatMap of(Experiment experiment, List<PointSummary> points, Measure measure) {
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
    List<List<Double>> cells = new ArrayList<>();
    for (int row = 0; row < up.values().size(); row++) {
      cells.add(new ArrayList<>(Collections.nCopies(across.values().size(), Double.NaN)));
    }
    for (PointSummary point : points) {
      Summary summary = point.measures().get(measure);
      if (summary != null) {
        int row = up.values().indexOf(experiment.value(point.point(), 1));
        int column = across.values().indexOf(experiment.value(point.point(), 0));
        cells.get(row).set(column, summary.mean());
      }
    }
    return new HeatMap(
        experiment.name(),
        words(across.parameter().label()),
        across.values(),
        words(up.parameter().label()),
        up.values(),
        words(measure.label()),
        measure == Measure.REACHED
            || measure == Measure.RESIDUE
            || measure == Measure.BUSIEST_TENTH,
        cells);
  }

  private static String words(String label) {
    return label.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
