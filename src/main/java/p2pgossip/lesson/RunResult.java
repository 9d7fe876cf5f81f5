package p2pgossip.lesson;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What came out of a run.
///
/// @param rumors in the order in which they were told; at least one, which stands for the run where
///     none was told
public record RunResult(List<Told> rumors) {

  /// The most points of a curve.
  public static final int MOST_POINTS = 500;

  /// The most rumours that are kept.
  public static final int MOST_RUMORS = 20;

  /// A point of a curve.
  ///
  /// @param time in rounds or seconds
  /// @param share of the peers that have heard it, 0 to 1
  public record Point(double time, double share) {}

  /// One rumour.
  ///
  /// @param figures those that are known, all finite
  /// @param curve in the order of time; between two points the earlier holds
  public record Told(Map<Measure, Double> figures, List<Point> curve) {

    public Told {
      EnumMap<Measure, Double> finite = new EnumMap<>(Measure.class);
      figures.forEach(
          (measure, value) -> {
            if (Double.isFinite(value)) {
              // None is below 0 but by rounding.
              finite.put(measure, Math.max(0, value));
            }
          });
      figures = Map.copyOf(finite);
      curve = thinned(curve);
    }

    private static List<Point> thinned(List<Point> curve) {
      if (curve.size() <= MOST_POINTS) {
        return List.copyOf(curve);
      }
      List<Point> some = new ArrayList<>();
      for (int i = 0; i < MOST_POINTS; i++) {
        some.add(curve.get((int) ((long) i * (curve.size() - 1) / (MOST_POINTS - 1))));
      }
      return List.copyOf(some);
    }

    /// The share that has heard it by then.
    public double share(double time) {
      double share = 0;
      for (Point point : curve) {
        if (point.time() > time) {
          break;
        }
        share = point.share();
      }
      return share;
    }

    OptionalDouble figure(Measure measure, OptionalInt at) {
      if (at.isPresent()) {
        return curve.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(share(at.getAsInt()));
      }
      Double value = figures.get(measure);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }

  public RunResult {
    if (rumors.isEmpty()) {
      throw new IllegalArgumentException("a result without a rumour");
    }
    rumors = rumors.stream().limit(MOST_RUMORS).toList();
  }

  /// @param rumor from 1
  OptionalDouble figure(Measure measure, int rumor, OptionalInt at) {
    return rumor > rumors.size()
        ? OptionalDouble.empty()
        : rumors.get(rumor - 1).figure(measure, at);
  }
}
