package p2pgossip.laboratory;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import p2pgossip.results.PointSummary;
import p2pgossip.results.Summary;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepTally;
import p2pgossip.results.SweepTally.Interval;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;

/// How much each point of a sweep differs from the one with the first value of the last axis,
/// repetition by repetition: both had the same luck, so that small differences show in few runs.
public final class SweepDifferences {

  private SweepDifferences() {}

  /// Whether there are any.
  public static boolean areKnown(Experiment experiment) {
    return experiment.commonLuck()
        && !experiment.axes().isEmpty()
        && experiment.axes().getLast().values().size() > 1;
  }

  /// With what the points are compared, as in "less push".
  ///
  /// @param experiment for which they are known
  public static String words(Experiment experiment) {
    Axis last = experiment.axes().getLast();
    return "less "
        + (last.parameter().isNumber()
            ? SweepWords.value(last.parameter(), last.values().getFirst())
            : last.values().getFirst());
  }

  /// Finds them on a thread of its own.
  ///
  /// @param told is told them, on that thread
  public static Work begin(SweepFolder folder, Consumer<SweepTally.State> told, WorkEnd end) {
    return Work.begin(_ -> told.accept(of(folder)), end);
  }

  /// Reads the runs of a sweep. Takes a while for many.
  ///
  /// @return in place of each mean the mean of the differences; nothing at the points with which
  ///     the others are compared
  /// @throws IOException when the logs can't be read, in words for the user
  public static SweepTally.State of(SweepFolder folder) throws IOException {
    Experiment experiment = folder.experiment();
    Map<Measure, Interval[]> all = new EnumMap<>(Measure.class);
    for (Measure measure : experiment.measures()) {
      Interval[] none = new Interval[experiment.points()];
      Arrays.fill(none, Interval.NONE);
      all.put(measure, none);
    }
    long runs = 0;
    for (PointSummary point : SweepResults.summaries(folder)) {
      runs += point.runs();
      all.forEach(
          (measure, intervals) -> {
            Summary it = point.difference(measure);
            if (it != null) {
              intervals[point.point()] = new Interval(it.runs(), it.mean(), it.low(), it.high());
            }
          });
    }
    Map<Measure, List<Interval>> lists = new EnumMap<>(Measure.class);
    all.forEach((measure, intervals) -> lists.put(measure, List.of(intervals)));
    return new SweepTally.State((int) runs, lists);
  }
}
