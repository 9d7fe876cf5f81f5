package p2pgossip.results;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.sweep.Measure;

/// The summary of the repetitions of a point.
///
/// @param point counted from 0
/// @param runs that were measured
/// @param failed runs that failed
/// @param measures those of the experiment
/// @param differences for each measure, the differences between this point and the one with the
///     first value of the last axis, repetition by repetition; none at that point itself, and none
///     where luck is not shared
public record PointSummary(
    int point,
    long runs,
    long failed,
    Map<Measure, Summary> measures,
    Map<Measure, Summary> differences) {

  public PointSummary {
    measures = Map.copyOf(measures);
    differences = Map.copyOf(differences);
  }

  /// Null where luck is not shared, and at the point that the others are compared with.
  public @Nullable Summary difference(Measure measure) {
    return differences.get(measure);
  }
}
