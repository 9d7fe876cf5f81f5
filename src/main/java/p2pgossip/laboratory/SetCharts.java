package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.KeptResult.Luck;
import p2pgossip.laboratory.KeptResult.Point;
import p2pgossip.laboratory.ResultSet.Entry;
import p2pgossip.laboratory.SweepChart.Line;
import p2pgossip.laboratory.SweepChart.Lines;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.results.SweepTally.Interval;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Scale;

/// Makes the charts of a set of results: those that vary the same, in the same unit, are lines of
/// one chart.
public final class SetCharts {

  /// The columns of the table of a set.
  public static final List<String> COLUMNS =
      List.of(
          "name",
          "varied",
          "value",
          "measure",
          "runs",
          "mean",
          "low",
          "high",
          "less",
          "pairs",
          "difference",
          "difference_low",
          "difference_high");

  /// In per cent.
  private static final double ALL = 100;

  private static final int POINTS = SweepRun.MOST_POINTS;

  /// A chart of some of the results.
  ///
  /// @param heading what the results have in common
  /// @param unit of the values; may be empty
  /// @param entries the results, one for each line
  public record Group(String heading, String unit, Lines lines, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }

    /// What a spot says, in some lines.
    public List<String> reading(Spot spot) {
      Entry entry = entries.get(spot.point() / POINTS);
      KeptResult result = entry.result();
      Point point = result.points().get(spot.point() % POINTS);
      List<String> words = new ArrayList<>(List.of(entry.name()));
      Parameter across = result.across();
      if (across != null) {
        words.add(SweepWords.value(across, point.value()));
      }
      words.add(SweepCharts.value(result.scale(), lines.measure(), spot.value()));
      words.add(String.format(Locale.UK, "%,d runs", spot.value().runs()));
      return words;
    }
  }

  /// What the results of a chart have in common.
  private record Kind(@Nullable Parameter across, String unit) {}

  private final Measure measure;

  /// With which the others are compared; null to show the means.
  private final @Nullable Entry reference;

  private SetCharts(Measure measure, @Nullable Entry reference) {
    this.measure = measure;
    this.reference = reference;
  }

  /// The charts of a measure.
  ///
  /// @param reference with which the others are compared, run by run; null to show the means
  public static List<Group> of(ResultSet set, Measure measure, @Nullable Entry reference) {
    return new SetCharts(measure, reference).groups(set);
  }

  private List<Group> groups(ResultSet set) {
    Map<Kind, List<Entry>> kinds = new LinkedHashMap<>();
    for (Entry entry : set.entries()) {
      KeptResult result = entry.result();
      if (intervals(entry).stream().anyMatch(value -> value.runs() > 0)) {
        Kind kind = new Kind(result.across(), SweepWords.unit(measure, result.scale()));
        kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(entry);
      }
    }
    List<Group> groups = new ArrayList<>();
    kinds.forEach((kind, entries) -> groups.add(group(kind, entries)));
    return groups;
  }

  private Group group(Kind kind, List<Entry> entries) {
    Parameter across = kind.across();
    boolean numbers = across != null && across.isNumber();
    List<String> values =
        across == null
            ? List.of("")
            : entries.stream()
                .flatMap(entry -> entry.result().points().stream())
                .map(Point::value)
                .distinct()
                .toList();
    SweepScale right = across(across, values, entries);
    List<List<Interval>> means = entries.stream().map(this::intervals).toList();
    SweepScale up = up(kind.unit(), means);
    List<Line> lines = new ArrayList<>();
    for (int line = 0; line < entries.size(); line++) {
      Entry entry = entries.get(line);
      List<Spot> spots = new ArrayList<>();
      for (int each = 0; each < entry.result().points().size(); each++) {
        Interval value = means.get(line).get(each);
        double y = up.place(SweepWords.shown(measure, value.mean()));
        if (value.runs() > 0) {
          String at = entry.result().points().get(each).value();
          double x = x(right, across, values, line, entries.size(), at);
          spots.add(
              new Spot(
                  line * POINTS + each,
                  x,
                  y,
                  Math.max(0, up.place(SweepWords.shown(measure, value.low()))),
                  Math.min(1, up.place(SweepWords.shown(measure, value.high()))),
                  value));
        }
      }
      spots.sort((one, other) -> Double.compare(one.x(), other.x()));
      lines.add(new Line(entry.name(), entry.mark(), spots));
    }
    String name = SweepWords.name(measure);
    String heading =
        across == null
            ? name
            : name + " against " + SweepWords.name(across).toLowerCase(Locale.ROOT);
    String less = reference == null ? "" : ", less " + reference.name();
    return new Group(
        heading,
        kind.unit() + (kind.unit().isEmpty() && !less.isEmpty() ? less.substring(2) : less),
        new Lines(
            measure,
            right,
            up,
            lines,
            numbers,
            "%s%s, for each of %s.".formatted(heading, less, names(entries))),
        entries);
  }

  private static String names(List<Entry> entries) {
    return String.join(", ", entries.stream().map(Entry::name).toList());
  }

  /// Where a value of a line stands.
  private static double x(
      SweepScale right,
      @Nullable Parameter across,
      List<String> values,
      int line,
      int lines,
      String value) {
    if (across == null) {
      return right.ticks().get(line).place();
    }
    return across.isNumber()
        ? right.place(number(across, value))
        : right.ticks().get(values.indexOf(value)).place() + aside(line, lines, values.size());
  }

  /// Side by side, where nothing is between two values.
  private static double aside(int line, int lines, int values) {
    return (line - (lines - 1) / 2.0) * SweepCharts.SPREAD / lines / values;
  }

  private static double number(Parameter across, String value) {
    return Double.parseDouble(AxisText.shown(across, value));
  }

  private static SweepScale across(
      @Nullable Parameter across, List<String> values, List<Entry> entries) {
    if (across == null) {
      return SweepScale.words("", entries.stream().map(Entry::name).toList());
    }
    if (!across.isNumber()) {
      return SweepScale.words(SweepWords.name(across), values);
    }
    double[] numbers = values.stream().mapToDouble(value -> number(across, value)).toArray();
    Arrays.sort(numbers);
    double least = numbers[0];
    double greatest = numbers[numbers.length - 1];
    boolean wide = least > 0 && greatest >= SweepView.WIDE * least;
    return SweepScale.across(SweepWords.name(across), least, greatest, wide);
  }

  private SweepScale up(String unit, List<List<Interval>> means) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (List<Interval> line : means) {
      for (Interval value : line) {
        if (value.runs() > 0) {
          double low = Double.isNaN(value.low()) ? value.mean() : value.low();
          double high = Double.isNaN(value.high()) ? value.mean() : value.high();
          // Of what can be below 0 only by the width of its interval, nothing is shown there.
          double from = reference == null && value.mean() >= 0 ? Math.max(0, low) : low;
          double to = SweepWords.shown(measure, high);
          least = Math.min(least, SweepWords.shown(measure, from));
          greatest = Math.max(greatest, SweepWords.isShare(measure) ? Math.min(ALL, to) : to);
        }
      }
    }
    return least > greatest
        ? SweepScale.up(unit, 0, 1, false)
        : SweepScale.up(unit, least, greatest, false);
  }

  /// What is shown of a result, point by point.
  private List<Interval> intervals(Entry entry) {
    Entry other = reference;
    return other == null
        ? entry.result().points().stream().map(point -> point.at(measure)).toList()
        : entry.result().points().stream()
            .map(point -> difference(entry, point, other, measure))
            .toList();
  }

  private static Interval difference(Entry entry, Point point, Entry other, Measure measure) {
    if (entry.mark() == other.mark() || !sharesLuck(entry.result(), other.result())) {
      return Interval.NONE;
    }
    Point there = other.result().at(point.value());
    return there == null ? Interval.NONE : point.less(there, measure);
  }

  /// Whether the same seed means the same luck.
  private static boolean sharesLuck(KeptResult one, KeptResult other) {
    return one.scale() == other.scale()
        && one.scale() != Scale.REAL
        && one.across() == other.across();
  }

  /// How the others compare with one of them: a sentence for each.
  public static List<String> luck(ResultSet set, Entry reference) {
    return set.entries().stream()
        .filter(entry -> entry.mark() != reference.mark())
        .map(entry -> luck(entry, reference))
        .toList();
  }

  private static String luck(Entry entry, Entry reference) {
    KeptResult one = entry.result();
    KeptResult other = reference.result();
    String both = "“%s” and “%s”".formatted(entry.name(), reference.name());
    if (one.across() != other.across()) {
      return both + " vary different things: there is no difference to show.";
    }
    if (one.scale() == Scale.REAL && other.scale() == Scale.REAL) {
      return both
          + " ran on real sockets, where no two runs share their luck: compare their means.";
    }
    if (one.scale() != other.scale()) {
      return both + " ran at different scales, which share no luck: compare their means.";
    }
    int points = 0;
    int pairs = 0;
    for (Point point : one.points()) {
      Point there = other.at(point.value());
      if (there != null) {
        points++;
        List<Luck> shared = new ArrayList<>(point.luck());
        shared.retainAll(new HashSet<>(there.luck()));
        pairs += shared.size();
      }
    }
    if (points == 0) {
      return both + " have no value in common: there is no difference to show.";
    }
    if (pairs == 0) {
      return both
          + " had different seeds, and so different luck: compare their means, or run both with"
          + " the same seed.";
    }
    return String.format(
        Locale.UK,
        "%s shared their luck in %,d %s of runs%s: the differences are paired.",
        both,
        pairs,
        pairs == 1 ? "pair" : "pairs",
        points == 1 ? "" : String.format(Locale.UK, " at %,d values", points));
  }

  /// The figures of a set, with [#COLUMNS]: a row for each result, point and measure.
  ///
  /// @param reference as for [#of]
  public static List<List<Object>> table(
      ResultSet set, List<Measure> measures, @Nullable Entry reference) {
    List<List<Object>> rows = new ArrayList<>();
    for (Entry entry : set.entries()) {
      Parameter across = entry.result().across();
      for (Measure measure : measures) {
        for (Point point : entry.result().points()) {
          Interval value = point.at(measure);
          Interval less =
              reference == null ? Interval.NONE : difference(entry, point, reference, measure);
          if (value.runs() > 0) {
            rows.add(
                List.of(
                    entry.name(),
                    across == null ? "" : across.label(),
                    point.value(),
                    measure.label(),
                    value.runs(),
                    value.mean(),
                    value.low(),
                    value.high(),
                    less.runs() == 0 || reference == null ? "" : reference.name(),
                    less.runs(),
                    less.mean(),
                    less.low(),
                    less.high()));
          }
        }
      }
    }
    return rows;
  }

  /// The figures of one measure as they are shown: the name, the value, the runs, the mean with its
  /// interval, and the difference.
  public static List<List<String>> figures(
      ResultSet set, Measure measure, @Nullable Entry reference) {
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : set.entries()) {
      KeptResult result = entry.result();
      Parameter across = result.across();
      for (Point point : result.points()) {
        Interval value = point.at(measure);
        if (value.runs() > 0) {
          Interval less =
              reference == null ? Interval.NONE : difference(entry, point, reference, measure);
          rows.add(
              List.of(
                  entry.name(),
                  across == null ? "" : SweepWords.value(across, point.value()),
                  String.format(Locale.UK, "%,d", value.runs()),
                  SweepCharts.value(result.scale(), measure, value),
                  less.runs() == 0 ? "" : SweepCharts.value(result.scale(), measure, less)));
        }
      }
    }
    return rows;
  }
}
