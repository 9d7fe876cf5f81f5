package p2pgossip.sweep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Many runs of a base, with some of its parameters varied. A point is one choice of their values,
/// counted from 0; the last axis varies fastest. A run is a repetition of a point. Runs are
/// numbered repetition first, so that stopping early leaves whole rounds of points.
///
/// @param seed from which that of each run follows
/// @param axes 0 to [#MOST_AXES], of different parameters
/// @param pairs whether the first values of all axes belong together, and so on; else each value of
///     an axis is combined with each of the others
/// @param measures at least one, each known at the scale
/// @param commonLuck whether the same repetition has the same seed at all points
public record Experiment(
    String name,
    String description,
    long seed,
    Scale scale,
    Base base,
    List<Axis> axes,
    boolean pairs,
    Repeats repeats,
    List<Measure> measures,
    boolean commonLuck) {

  public static final int MOST_RUNS = 10_000_000;
  public static final int MOST_AXES = 6;
  public static final int LONGEST_NAME = 100;
  public static final int LONGEST_DESCRIPTION = 4_000;

  private static final long END_OF_VALUE = -1;

  /// The most points checked before an experiment is accepted; a later one that can't be
  /// run shows when its turn comes.
  private static final int MOST_CHECKED = 1_000;

  /// @throws IllegalArgumentException when a value is out of its range, or values don't fit
  ///     together, saying which
  public Experiment {
    axes = List.copyOf(axes);
    measures = List.copyOf(measures);
    requireTexts(name, description);
    if (scale.playsScenarios() != (base instanceof ScenarioBase)) {
      throw new IllegalArgumentException(
          scale.playsScenarios()
              ? "at this scale the base must be a scenario"
              : "on arrays the base must have peers, not a scenario");
    }
    requireAxes(axes, pairs);
    requireMeasures(measures, scale);
    Repeats.Until until = repeats.until();
    if (until != null && !measures.contains(until.measure())) {
      throw new IllegalArgumentException(
          "the measure %s of the repetitions is not among the measures"
              .formatted(until.measure().label()));
    }
    long points = pointsOf(axes, pairs);
    if (points > MOST_RUNS || points * repeats.most() > MOST_RUNS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d points, each run %,d times, are more than %,d runs; %s",
              points,
              repeats.most(),
              MOST_RUNS,
              points > MOST_RUNS
                  ? "up to that many points would fit"
                  : "up to %s repetitions would fit".formatted(MOST_RUNS / points)));
    }
  }

  private static void requireTexts(String name, String description) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name must have 1 to %s characters, not %s".formatted(LONGEST_NAME, name.length()));
    }
    if (description.length() > LONGEST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "the description must have at most %s characters, not %s"
              .formatted(LONGEST_DESCRIPTION, description.length()));
    }
  }

  private static void requireAxes(List<Axis> axes, boolean pairs) {
    if (axes.size() > MOST_AXES) {
      throw new IllegalArgumentException(
          "there may be %s axes, not %s".formatted(MOST_AXES, axes.size()));
    }
    Set<Parameter> varied = EnumSet.noneOf(Parameter.class);
    for (Axis axis : axes) {
      if (!varied.add(axis.parameter())) {
        throw new IllegalArgumentException("two axes are of " + axis.parameter().label());
      }
      if (pairs && axis.values().size() != axes.getFirst().values().size()) {
        throw new IllegalArgumentException(
            "in pairs all axes must have as many values; %s has %s, %s has %s"
                .formatted(
                    axes.getFirst().parameter().label(),
                    axes.getFirst().values().size(),
                    axis.parameter().label(),
                    axis.values().size()));
      }
    }
  }

  private static void requireMeasures(List<Measure> measures, Scale scale) {
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one measure");
    }
    Set<Measure> given = EnumSet.noneOf(Measure.class);
    for (Measure measure : measures) {
      if (!given.add(measure)) {
        throw new IllegalArgumentException(measure.label() + " is given twice");
      }
      if (!measure.isKnownAt(scale)) {
        throw new IllegalArgumentException(
            "%s is not known at this scale; there are %s"
                .formatted(
                    measure.label(),
                    String.join(", ", Measure.at(scale).stream().map(Measure::label).toList())));
      }
    }
  }

  private static long pointsOf(List<Axis> axes, boolean pairs) {
    if (axes.isEmpty()) {
      return 1;
    }
    long points = 1;
    for (Axis axis : axes) {
      points =
          pairs
              ? axis.values().size()
              : Math.min(
                  points * axis.values().size(), Long.MAX_VALUE / MOST_RUNS / Axis.MOST_VALUES);
    }
    return points;
  }

  /// Checks that the points can be run, or as many of them as can be looked at in a moment.
  ///
  /// @throws IllegalArgumentException naming the values that don't fit, and why
  public void requireFitting() {
    if (base instanceof PopulationBase population) {
      for (Axis axis : axes) {
        for (String value : axis.values()) {
          Base _ = population.with(axis.parameter(), value);
        }
      }
    }
    for (int point = 0; point < Math.min(points(), MOST_CHECKED); point++) {
      try {
        at(point).requireFitting();
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            axes.isEmpty() ? String.valueOf(e.getMessage()) : words(point) + ": " + e.getMessage(),
            e);
      }
    }
  }

  /// The number of points.
  public int points() {
    return (int) pointsOf(axes, pairs);
  }

  /// The number of runs, at most.
  public int runs() {
    return points() * repeats.most();
  }

  /// The value of an axis at a point.
  ///
  /// @param axis counted from 0
  public String value(int point, int axis) {
    if (pairs) {
      return axes.get(axis).values().get(point);
    }
    int rest = point;
    for (int later = axes.size() - 1; later > axis; later--) {
      rest /= axes.get(later).values().size();
    }
    List<String> values = axes.get(axis).values();
    return values.get(rest % values.size());
  }

  /// The base at a point.
  ///
  /// @throws IllegalArgumentException when the values don't fit together
  public Base at(int point) {
    Base at = base;
    for (int axis = 0; axis < axes.size(); axis++) {
      at = at.with(axes.get(axis).parameter(), value(point, axis));
    }
    return at;
  }

  /// The values at a point, as in `fanout 2, loss 0.1`; empty without axes.
  public String words(int point) {
    List<String> words = new ArrayList<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      words.add(axes.get(axis).parameter().label() + " " + value(point, axis));
    }
    return String.join(", ", words);
  }

  /// The values of all parameters at a point, in their order; null for one that the base lacks.
  public List<@Nullable String> values(int point) {
    List<@Nullable String> values = new ArrayList<>(Parameter.ALL.size());
    for (Parameter parameter : Parameter.ALL) {
      int axis = axisOf(parameter);
      values.add(axis < 0 ? base.value(parameter) : value(point, axis));
    }
    return values;
  }

  /// The number of the axis of a parameter, -1 if it is not varied.
  private int axisOf(Parameter parameter) {
    for (int axis = 0; axis < axes.size(); axis++) {
      if (axes.get(axis).parameter() == parameter) {
        return axis;
      }
    }
    return -1;
  }

  /// Finds points by their values.
  public Finder finder() {
    return new Finder(this);
  }

  /// The seed of a run. It depends on the values at the point, not on its number, so that axes,
  /// values and repetitions can be added later.
  ///
  /// @param repetition counted from 0
  public long seed(int point, int repetition) {
    long hash = mixed(seed, repetition);
    if (!commonLuck) {
      for (String value : values(point)) {
        for (char letter : String.valueOf(value).toCharArray()) {
          hash = mixed(hash, letter);
        }
        hash = mixed(hash, END_OF_VALUE);
      }
    }
    return hash;
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
  private static long mixed(long hash, long value) {
    long mix = (hash + 0x9e3779b97f4a7c15L) ^ (value * 0xd1342543de82ef95L);
    mix = (mix ^ (mix >>> 30)) * 0xbf58476d1ce4e5b9L;
    mix = (mix ^ (mix >>> 27)) * 0x94d049bb133111ebL;
    return mix ^ (mix >>> 31);
  }

  /// Finds points by their values.
  public static final class Finder {

    private final Experiment experiment;
    private final List<Map<String, Integer>> places = new ArrayList<>();

    private Finder(Experiment experiment) {
      this.experiment = experiment;
      for (Axis axis : experiment.axes()) {
        Map<String, Integer> place = new HashMap<>();
        axis.values().forEach(value -> place.put(value, place.size()));
        places.add(place);
      }
    }

    /// @param values of all parameters, as by [Experiment#values]; an empty one stands for null
    /// @return empty if the experiment has no such point
    public OptionalInt point(List<String> values) {
      int point = 0;
      for (int axis = 0; axis < places.size(); axis++) {
        int parameter = experiment.axes().get(axis).parameter().place();
        Integer place = places.get(axis).get(values.get(parameter));
        if (place == null || (experiment.pairs() && axis > 0 && place != point)) {
          return OptionalInt.empty();
        }
        point = experiment.pairs() ? place : point * places.get(axis).size() + place;
      }
      return isBase(values) ? OptionalInt.of(point) : OptionalInt.empty();
    }

    /// Whether the values of the parameters that are not varied are those of the base.
    private boolean isBase(List<String> values) {
      for (Parameter parameter : Parameter.ALL) {
        String value = experiment.base().value(parameter);
        if (experiment.axisOf(parameter) < 0
            && !values.get(parameter.place()).equals(value == null ? "" : value)) {
          return false;
        }
      }
      return true;
    }
  }
}
