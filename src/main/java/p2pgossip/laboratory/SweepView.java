package p2pgossip.laboratory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;

/// How the points of an experiment are laid out in its charts: an axis across, an axis for lines or
/// rows, and a value for each of the others.
///
/// @param across the number of the axis across; -1 if there is no axis
/// @param beside the number of the axis whose values are lines, or rows of a heat map; -1 if there
///     is none
/// @param fixed for each axis the number of the value that is shown, for those that are neither
/// @param heatMap whether there are cells in place of lines
/// @param logAcross whether the axis across is logarithmic, where its numbers allow
/// @param logUp likewise for the axis upwards
/// @param differences whether the means are differences, as in [SweepDifferences]
public record SweepView(
    int across,
    int beside,
    List<Integer> fixed,
    boolean heatMap,
    boolean logAcross,
    boolean logUp,
    boolean differences) {

  /// More lines can't be told apart.
  public static final int MOST_LINES = 6;

  /// Numbers that span such a ratio are shown on a logarithmic axis at first.
  static final int WIDE = 50;

  public SweepView {
    fixed = List.copyOf(fixed);
  }

  /// How an experiment is shown at first: a number across, if there is one.
  public static SweepView of(Experiment experiment) {
    int axes =
        experiment.pairs() ? Math.min(1, experiment.axes().size()) : experiment.axes().size();
    int across = 0;
    if (axes > 1
        && !experiment.axes().getFirst().parameter().isNumber()
        && experiment.axes().get(1).parameter().isNumber()) {
      across = 1;
    }
    int beside = axes > 1 ? 1 - across : -1;
    return new SweepView(
        axes == 0 ? -1 : across,
        beside,
        Collections.nCopies(experiment.axes().size(), 0),
        beside >= 0 && experiment.axes().get(beside).values().size() > MOST_LINES,
        axes > 0 && isWide(experiment.axes().get(across)),
        false,
        false);
  }

  private static boolean isWide(Axis axis) {
    if (!axis.parameter().isNumber()) {
      return false;
    }
    List<BigDecimal> numbers = axis.values().stream().map(BigDecimal::new).toList();
    BigDecimal least = Collections.min(numbers);
    return least.signum() > 0
        && Collections.max(numbers).compareTo(least.multiply(BigDecimal.valueOf(WIDE))) >= 0;
  }

  public SweepView withHeatMap(boolean wanted) {
    return new SweepView(across, beside, fixed, wanted, logAcross, logUp, differences);
  }

  public SweepView withLogAcross(boolean wanted) {
    return new SweepView(across, beside, fixed, heatMap, wanted, logUp, differences);
  }

  public SweepView withLogUp(boolean wanted) {
    return new SweepView(across, beside, fixed, heatMap, logAcross, wanted, differences);
  }

  public SweepView withDifferences(boolean wanted) {
    return new SweepView(across, beside, fixed, heatMap, logAcross, logUp, wanted);
  }

  /// With the two axes in each other's place.
  public SweepView turned(Experiment experiment) {
    return new SweepView(
        /* across= */ beside,
        /* beside= */ across,
        fixed,
        heatMap || experiment.axes().get(across).values().size() > MOST_LINES,
        isWide(experiment.axes().get(beside)),
        logUp,
        differences);
  }

  /// With another value of an axis that is neither across nor beside.
  ///
  /// @param value its number
  public SweepView withFixed(int axis, int value) {
    List<Integer> all = new ArrayList<>(fixed);
    all.set(axis, value);
    return new SweepView(across, beside, all, heatMap, logAcross, logUp, differences);
  }

  /// The axes that have one value each.
  public List<Integer> others() {
    List<Integer> others = new ArrayList<>();
    for (int axis = 0; axis < fixed.size(); axis++) {
      if (axis != across && axis != beside) {
        others.add(axis);
      }
    }
    return others;
  }

  /// The point with these values.
  ///
  /// @param column the number of the value across
  /// @param row the number of the value beside
  int point(Experiment experiment, int column, int row) {
    if (experiment.pairs()) {
      return column;
    }
    int point = 0;
    for (int axis = 0; axis < fixed.size(); axis++) {
      int value = axis == across ? column : axis == beside ? row : fixed.get(axis);
      point = point * experiment.axes().get(axis).values().size() + value;
    }
    return point;
  }
}
