package p2pgossip.laboratory;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.results.SweepTally.Interval;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Scale;

/// A result that is kept to be compared with others: one run, many runs, or a line of a sweep. It
/// keeps the figures of every run, so that differences can be paired. Immutable.
///
/// @param name for people
/// @param words what it was made of, in a line
/// @param across what is varied along its points; null for runs with the same settings
/// @param points at least one
/// @param curve the coverage by rounds; null where it was not recorded
public record KeptResult(
    String name,
    String words,
    Scale scale,
    @Nullable Parameter across,
    List<Point> points,
    @Nullable Curve curve) {

  /// What the chance in a run follows from. Runs on arrays or in virtual time that have the same,
  /// share their luck.
  ///
  /// @param run its number among those with the same seed
  public record Luck(long seed, int run) {}

  /// Runs with the same settings.
  ///
  /// @param value of what is varied, as in files; empty if nothing is
  /// @param luck of each run
  /// @param values of each measure, run by run; NaN where it is not known
  /// @param means of the same measures
  public record Point(
      String value,
      List<Luck> luck,
      Map<Measure, List<Double>> values,
      Map<Measure, Interval> means) {

    public Point {
      luck = List.copyOf(luck);
      values = Map.copyOf(values);
      means = Map.copyOf(means);
    }

    static Point of(String value, List<Luck> luck, Map<Measure, List<Double>> values) {
      Map<Measure, Interval> means = new EnumMap<>(Measure.class);
      values.forEach((measure, all) -> means.put(measure, Interval.of(all)));
      return new Point(value, luck, values, means);
    }

    /// The mean of a measure.
    public Interval at(Measure measure) {
      return means.getOrDefault(measure, Interval.NONE);
    }

    /// The mean of the differences from other runs, pair by pair of those that shared their luck.
    public Interval less(Point other, Measure measure) {
      List<Double> mine = values.get(measure);
      List<Double> others = other.values.get(measure);
      if (mine == null || others == null) {
        return Interval.NONE;
      }
      Map<Luck, Double> byLuck = new HashMap<>();
      for (int run = 0; run < others.size(); run++) {
        byLuck.put(other.luck.get(run), others.get(run));
      }
      return Interval.of(
          IntStream.range(0, mine.size())
              .mapToObj(run -> mine.get(run) - byLuck.getOrDefault(luck.get(run), Double.NaN))
              .toList());
    }
  }

  /// The share of the peers that have heard the rumour after each round, 0 to 1.
  ///
  /// @param low below which 5 % of the runs are; empty for a single run
  /// @param high above which 5 % of them are, likewise
  public record Curve(List<Double> middle, List<Double> low, List<Double> high) {

    public Curve {
      middle = List.copyOf(middle);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }
  }

  public KeptResult {
    points = List.copyOf(points);
  }

  /// The point with a value; null if there is none.
  @Nullable Point at(String value) {
    return points.stream().filter(point -> point.value().equals(value)).findFirst().orElse(null);
  }

  /// Whether it knows a measure.
  public boolean knows(Measure measure) {
    return points.stream().anyMatch(point -> point.at(measure).runs() > 0);
  }

  /// How many runs it has.
  public int runs() {
    return points.stream().mapToInt(point -> point.luck().size()).sum();
  }
}
