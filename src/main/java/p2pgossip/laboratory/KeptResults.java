package p2pgossip.laboratory;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.ShownText;
import p2pgossip.laboratory.KeptResult.Luck;
import p2pgossip.laboratory.KeptResult.Point;
import p2pgossip.laboratory.SingleRun.RoundOutcome;
import p2pgossip.population.PopulationSettings;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepResults;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Scale;

/// Makes results that are kept to be compared.
public final class KeptResults {

  /// The runs of a sweep whose figures are kept at most.
  static final int MOST_RUNS = 100_000;

  /// What is told of a sweep, unless it is varied.
  private static final List<Parameter> TOLD =
      List.of(
          Parameter.PEERS,
          Parameter.TOPOLOGY,
          Parameter.STRATEGY,
          Parameter.FANOUT,
          Parameter.INTEREST);

  private KeptResults() {}

  /// One run that has ended.
  ///
  /// @param rounds from 0 on, at least one
  public static KeptResult of(PopulationSettings settings, List<RoundOutcome> rounds) {
    RunFigures figures = new RunFigures(settings.peers());
    figures.add(rounds);
    return new KeptResult(
        name(settings),
        "One run, seed %s, %s".formatted(settings.seed(), words(settings)),
        Scale.ARRAYS,
        null,
        List.of(Point.of("", List.of(new Luck(settings.seed(), 0)), figures.values())),
        new KeptResult.Curve(
            rounds.stream().map(RoundOutcome::share).toList(), List.of(), List.of()));
  }

  /// Many runs.
  ///
  /// @param summary of the same runs
  /// @param values of each measure, run by run
  static KeptResult of(
      PopulationSettings settings, RunsSummary summary, Map<Measure, List<Double>> values) {
    List<Luck> luck =
        IntStream.range(0, summary.done()).mapToObj(run -> new Luck(settings.seed(), run)).toList();
    return new KeptResult(
        name(settings),
        String.format(
            Locale.UK, "%,d runs, seed %s, %s", summary.done(), settings.seed(), words(settings)),
        Scale.ARRAYS,
        null,
        List.of(Point.of("", luck, values)),
        new KeptResult.Curve(summary.middle(), summary.low(), summary.high()));
  }

  /// What one is likely to vary.
  private static String name(PopulationSettings settings) {
    List<String> words = new ArrayList<>();
    words.add(settings.spreading().strategy().label());
    words.add("fanout " + settings.spreading().fanout());
    addMishaps(settings, words);
    words.add(String.format(Locale.UK, "%,d peers", settings.peers()));
    return String.join(", ", words);
  }

  private static String words(PopulationSettings settings) {
    List<String> words = new ArrayList<>();
    words.add(settings.topology().label());
    words.add("interest " + InterestLabel.of(settings.spreading().interest()));
    addMishaps(settings, words);
    return String.join(", ", words);
  }

  private static void addMishaps(PopulationSettings settings, List<String> words) {
    if (settings.loss() > 0) {
      words.add(AxisText.shown(Parameter.LOSS, text(settings.loss())) + " % lost");
    }
    if (settings.crashes().share() > 0) {
      words.add(AxisText.shown(Parameter.CRASH, text(settings.crashes().share())) + " % crashed");
    }
  }

  private static String text(double number) {
    return Axis.text(BigDecimal.valueOf(number));
  }

  /// Reads the lines that a view of a sweep shows, on a thread of its own.
  ///
  /// @param told is told them, on that thread
  public static Work begin(
      SweepFolder folder, SweepView view, Consumer<List<KeptResult>> told, WorkEnd end) {
    return Work.begin(_ -> told.accept(of(folder, view)), end);
  }

  /// Reads the lines that a view of a sweep shows.
  ///
  /// @throws IOException when its logs can't be read, in words for the user
  /// @throws IllegalArgumentException when it has too many runs
  static List<KeptResult> of(SweepFolder folder, SweepView view) throws IOException {
    Experiment experiment = folder.experiment();
    if (experiment.runs() > MOST_RUNS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.UK,
              "a set keeps every run of a sweep of up to %,d runs, and this one has %,d",
              MOST_RUNS,
              experiment.runs()));
    }
    List<List<Outcome>> byPoint = new ArrayList<>();
    IntStream.range(0, experiment.points()).forEach(_ -> byPoint.add(new ArrayList<>()));
    SweepResults.read(folder, outcome -> byPoint.get(outcome.point()).add(outcome));
    Axis across = axis(experiment, view.across());
    Axis beside = axis(experiment, view.beside());
    List<KeptResult> lines = new ArrayList<>();
    for (int row = 0; row < size(beside); row++) {
      List<Point> points = new ArrayList<>();
      for (int column = 0; column < size(across); column++) {
        int number = view.point(experiment, column, row);
        if (!byPoint.get(number).isEmpty()) {
          points.add(
              point(
                  experiment,
                  across == null ? "" : across.values().get(column),
                  byPoint.get(number)));
        }
      }
      if (!points.isEmpty()) {
        lines.add(
            new KeptResult(
                lineName(experiment, beside, row),
                words(experiment, view),
                experiment.scale(),
                across == null ? null : across.parameter(),
                points,
                null));
      }
    }
    return lines;
  }

  private static String lineName(Experiment experiment, @Nullable Axis beside, int row) {
    String name = ShownText.of(experiment.name());
    return beside == null
        ? name
        : name + ", " + SweepWords.value(beside.parameter(), beside.values().get(row));
  }

  private static String words(Experiment experiment, SweepView view) {
    List<String> words = new ArrayList<>();
    words.add("A sweep, seed " + experiment.seed());
    words.add(
        switch (experiment.scale()) {
          case ARRAYS -> "arrays";
          case VIRTUAL -> "virtual time";
          case REAL -> "real sockets";
        });
    for (Parameter parameter : TOLD) {
      String value = experiment.base().value(parameter);
      boolean varied = experiment.axes().stream().anyMatch(axis -> axis.parameter() == parameter);
      if (value != null && !varied) {
        words.add(SweepWords.value(parameter, value));
      }
    }
    for (int axis : view.others()) {
      Axis other = experiment.axes().get(axis);
      if (!experiment.pairs()) {
        words.add(SweepWords.value(other.parameter(), other.values().get(view.fixed().get(axis))));
      }
    }
    return String.join(", ", words);
  }

  private static @Nullable Axis axis(Experiment experiment, int number) {
    return number < 0 ? null : experiment.axes().get(number);
  }

  private static int size(@Nullable Axis axis) {
    return axis == null ? 1 : axis.values().size();
  }

  private static Point point(Experiment experiment, String value, List<Outcome> outcomes) {
    List<Luck> luck = new ArrayList<>();
    Map<Measure, List<Double>> values = new EnumMap<>(Measure.class);
    experiment.measures().forEach(measure -> values.put(measure, new ArrayList<>()));
    for (Outcome outcome : outcomes) {
      luck.add(new Luck(experiment.seed(outcome.point(), outcome.repetition()), 0));
      values.forEach((measure, all) -> all.add(outcome.value(measure)));
    }
    return Point.of(value, luck, values);
  }
}
