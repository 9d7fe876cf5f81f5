package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.heatmap.HeatMap;
import p2pgossip.laboratory.SweepChart.Cells;
import p2pgossip.laboratory.SweepChart.Line;
import p2pgossip.laboratory.SweepChart.Lines;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.results.SweepTally;
import p2pgossip.results.SweepTally.Interval;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Scale;

/// Makes the charts of a sweep.
public final class SweepCharts {

  /// The columns of [#table], after those of the axes.
  private static final List<String> COLUMNS = List.of("measure", "runs", "mean", "low", "high");

  /// How much of the room of a word its lines take side by side.
  static final double SPREAD = 0.4;

  /// In per cent.
  private static final double ALL = 100;

  private final Experiment experiment;
  private final SweepView view;
  private final Measure measure;
  private final SweepTally.State state;

  private SweepCharts(
      Experiment experiment, SweepView view, Measure measure, SweepTally.State state) {
    this.experiment = experiment;
    this.view = view;
    this.measure = measure;
    this.state = state;
  }

  /// @param measure one of the experiment's
  public static SweepChart of(
      Experiment experiment, SweepView view, Measure measure, SweepTally.State state) {
    SweepCharts charts = new SweepCharts(experiment, view, measure, state);
    return view.heatMap() && view.beside() >= 0 ? charts.cells() : charts.lines();
  }

  /// A cell for each point, whatever the view says.
  ///
  /// @param view with two axes
  static Cells heatMap(
      Experiment experiment, SweepView view, Measure measure, SweepTally.State state) {
    return new SweepCharts(experiment, view, measure, state).cells();
  }

  /// The columns of the table of a chart.
  public static List<String> columns(Experiment experiment) {
    List<String> columns = new ArrayList<>();
    experiment.axes().forEach(axis -> columns.add(axis.parameter().label()));
    columns.addAll(COLUMNS);
    return columns;
  }

  /// The rows of the table of a chart: the values in files, point by point, as the chart has them.
  ///
  /// @param name of what the means are, as in `reached`
  public static List<List<Object>> table(Experiment experiment, SweepChart chart, String name) {
    List<List<Object>> rows = new ArrayList<>();
    for (Spot spot : chart.spots()) {
      Interval value = spot.value();
      List<Object> row = new ArrayList<>();
      for (int axis = 0; axis < experiment.axes().size(); axis++) {
        row.add(experiment.value(spot.point(), axis));
      }
      row.addAll(Arrays.asList(name, value.runs(), value.mean(), value.low(), value.high()));
      rows.add(row);
    }
    return rows;
  }

  /// What a spot says, in some lines: its point, its mean with the interval, and its runs.
  public static List<String> reading(Experiment experiment, SweepChart chart, Spot spot) {
    List<String> lines = new ArrayList<>();
    String point = SweepWords.point(experiment, spot.point());
    if (!point.isEmpty()) {
      lines.add(point);
    }
    lines.add(value(experiment.scale(), chart.measure(), spot.value()));
    lines.add(
        spot.value().runs() == 1
            ? "1 run"
            : String.format(Locale.UK, "%,d runs", spot.value().runs()));
    return lines;
  }

  /// A mean with its interval, as in "91.5 % of the peers (91.3 to 91.6)".
  public static String value(Scale scale, Measure measure, Interval value) {
    if (value.runs() == 0) {
      return "not known yet";
    }
    String unit = SweepWords.unit(measure, scale);
    String mean = SweepWords.number(SweepWords.shown(measure, value.mean()));
    String interval =
        Double.isNaN(value.low())
            ? ""
            : " (%s to %s)"
                .formatted(
                    SweepWords.number(SweepWords.shown(measure, value.low())),
                    SweepWords.number(SweepWords.shown(measure, value.high())));
    return (mean + " " + unit).strip() + interval;
  }

  private @Nullable Axis axis(int number) {
    return number < 0 ? null : experiment.axes().get(number);
  }

  private static int size(@Nullable Axis axis) {
    return axis == null ? 1 : axis.values().size();
  }

  private Interval at(int column, int row) {
    return state.at(measure, view.point(experiment, column, row));
  }

  private double shown(double value) {
    return SweepWords.shown(measure, value);
  }

  private String title() {
    return SweepWords.unit(measure, experiment.scale());
  }

  private Lines lines() {
    Axis across = axis(view.across());
    Axis beside = axis(view.beside());
    SweepScale right = across(across);
    SweepScale up = up(size(across), size(beside));
    boolean numbers = across != null && across.parameter().isNumber();
    List<Line> lines = new ArrayList<>();
    int count = size(beside);
    for (int row = 0; row < count; row++) {
      double aside = numbers ? 0 : (row - (count - 1) / 2.0) * SPREAD / count / size(across);
      List<Spot> spots = new ArrayList<>();
      for (int column : inOrder(across)) {
        Interval value = at(column, row);
        double y = up.place(shown(value.mean()));
        if (value.runs() > 0 && !Double.isNaN(y)) {
          spots.add(
              new Spot(
                  view.point(experiment, column, row),
                  x(right, across, column) + aside,
                  y,
                  lowest(up.place(shown(value.low())), value.low()),
                  Math.min(1, up.place(shown(value.high()))),
                  value));
        }
      }
      lines.add(
          new Line(
              beside == null ? "" : AxisText.shown(beside.parameter(), beside.values().get(row)),
              row,
              spots));
    }
    return new Lines(measure, right, up, lines, numbers, spoken(across, beside));
  }

  /// An interval that reaches beyond the axis ends with it; to 0 or below there is no end on a
  /// logarithmic axis.
  private static double lowest(double place, double value) {
    return Double.isNaN(place) && !Double.isNaN(value) ? 0 : Math.max(0, place);
  }

  /// The values from left to right: numbers by their size.
  private static List<Integer> inOrder(@Nullable Axis axis) {
    IntStream all = IntStream.range(0, size(axis));
    return axis == null || !axis.parameter().isNumber()
        ? all.boxed().toList()
        : all.boxed().sorted(Comparator.comparingDouble(each -> number(axis, each))).toList();
  }

  private static double number(Axis axis, int value) {
    return Double.parseDouble(AxisText.shown(axis.parameter(), axis.values().get(value)));
  }

  private static double x(SweepScale scale, @Nullable Axis axis, int column) {
    return axis != null && axis.parameter().isNumber()
        ? scale.place(number(axis, column))
        : scale.ticks().get(column).place();
  }

  private SweepScale across(@Nullable Axis axis) {
    if (axis == null) {
      return SweepScale.words("", List.of("all runs"));
    }
    if (!axis.parameter().isNumber()) {
      return sorted(axis, inOrder(axis));
    }
    double[] numbers =
        IntStream.range(0, axis.values().size()).mapToDouble(each -> number(axis, each)).toArray();
    Arrays.sort(numbers);
    return SweepScale.across(
        SweepWords.name(axis.parameter()),
        numbers[0],
        numbers[numbers.length - 1],
        view.logAcross());
  }

  private SweepScale up(int columns, int rows) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        Interval value = at(column, row);
        if (value.runs() > 0 && (!logUp() || value.mean() > 0)) {
          double low = Double.isNaN(value.low()) ? value.mean() : value.low();
          double high = Double.isNaN(value.high()) ? value.mean() : value.high();
          // Of what can be below 0 only by the width of its interval, nothing is shown there.
          double from = value.mean() >= 0 && !view.differences() ? Math.max(0, low) : low;
          least = Math.min(least, shown(logUp() && from <= 0 ? value.mean() : from));
          greatest = Math.max(greatest, highest(shown(high)));
        }
      }
    }
    if (least > greatest) {
      return SweepScale.up(title(), 0, 1, false);
    }
    return SweepScale.up(title(), least, greatest, logUp());
  }

  private boolean logUp() {
    return view.logUp() && !view.differences();
  }

  /// Nothing is shown beyond all of the peers.
  private double highest(double shown) {
    return SweepWords.isShare(measure) ? Math.min(ALL, shown) : shown;
  }

  private Cells cells() {
    Axis across = axis(view.across());
    Axis beside = axis(view.beside());
    List<Integer> left = inOrder(across);
    List<Integer> bottom = inOrder(beside);
    SweepScale right = sorted(across, left);
    SweepScale up = sorted(beside, bottom);
    List<Spot> spots = new ArrayList<>();
    List<List<Double>> means = new ArrayList<>();
    for (int row = 0; row < bottom.size(); row++) {
      List<Double> there = new ArrayList<>();
      for (int column = 0; column < left.size(); column++) {
        Interval value = at(left.get(column), bottom.get(row));
        there.add(value.runs() > 0 ? value.mean() : Double.NaN);
        spots.add(
            new Spot(
                view.point(experiment, left.get(column), bottom.get(row)),
                (column + 0.5) / left.size(),
                (row + 0.5) / bottom.size(),
                Double.NaN,
                Double.NaN,
                value));
      }
      means.add(there);
    }
    String unit = title();
    HeatMap map =
        new HeatMap(
            experiment.name(),
            right.title(),
            right.ticks().stream().map(SweepScale.Tick::words).toList(),
            up.title(),
            up.ticks().stream().map(SweepScale.Tick::words).toList(),
            SweepWords.name(measure) + (unit.isEmpty() ? "" : ", " + unit),
            SweepWords.isShare(measure),
            means);
    return new Cells(measure, right, up, map, spots, spoken(across, beside));
  }

  private static SweepScale sorted(@Nullable Axis axis, List<Integer> order) {
    if (axis == null) {
      return SweepScale.words("", List.of(""));
    }
    return SweepScale.words(
        SweepWords.name(axis.parameter()),
        order.stream()
            .map(each -> AxisText.shown(axis.parameter(), axis.values().get(each)))
            .toList());
  }

  private String spoken(@Nullable Axis across, @Nullable Axis beside) {
    String against = across == null ? "" : " against " + SweepWords.name(across.parameter());
    String each = beside == null ? "" : " for each value of " + SweepWords.name(beside.parameter());
    String less = view.differences() ? ", " + SweepDifferences.words(experiment) : "";
    return "%s%s%s%s.".formatted(SweepWords.name(measure), less, against, each);
  }
}
