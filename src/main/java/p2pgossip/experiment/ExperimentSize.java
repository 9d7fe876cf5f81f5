package p2pgossip.experiment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import p2pgossip.network.Run;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;

/// How much memory the runs of an experiment take, found before they start.
public final class ExperimentSize {

  /// How many of the points with the most peers are looked at.
  private static final int MOST_CHECKED = 1_000;

  /// From this many peers on it costs nothing beside the run to measure its size.
  private static final int LARGE = 50_000;

  /// What makes no run larger.
  private static final Set<Parameter> WITHOUT_SIZE =
      EnumSet.of(
          Parameter.LOSS,
          Parameter.CRASH,
          Parameter.CRASH_AFTER,
          Parameter.MESSAGE_BYTES,
          Parameter.PERIOD,
          Parameter.LATENCY,
          Parameter.CHURN);

  private ExperimentSize() {}

  /// @throws IOException when a run takes more memory than this process has, or more peers than its
  ///     scale has, with the values of its point and what would fit
  public static void requireFitting(Experiment experiment) throws IOException {
    requireFitting(experiment, SimulationSize.freeBytes());
  }

  /// @param room for the runs in bytes, in whatever process
  /// @throws IOException when a run takes more memory, or more peers than its scale has, with the
  ///     values of its point and what would fit
  public static void requireFitting(Experiment experiment, long room) throws IOException {
    for (int point : largest(experiment)) {
      String words = misfit(experiment.scale(), experiment.at(point), room);
      if (!words.isEmpty()) {
        throw new IOException(
            experiment.axes().isEmpty() ? words : experiment.words(point) + ": " + words);
      }
    }
  }

  /// @throws IllegalArgumentException when a run takes more than all memory of this process, with
  ///     what would fit
  static void requireRoom(Base base) {
    if (peers(base) >= LARGE) {
      size(base)
          .in(Runtime.getRuntime().maxMemory())
          .misfit()
          .ifPresent(
              misfit -> {
                throw new IllegalArgumentException(misfit.words());
              });
    }
  }

  /// How many runs fit into the memory of this process at a time.
  ///
  /// @param wanted at least 1
  /// @return 1 to `wanted`
  public static int atATime(Experiment experiment, int wanted) {
    return atATime(experiment, wanted, SimulationSize.freeBytes());
  }

  /// How many runs fit into memory at a time.
  ///
  /// @param wanted at least 1
  /// @param room for all of them in bytes
  /// @return 1 to `wanted`
  public static int atATime(Experiment experiment, int wanted, long room) {
    return experiment.scale() == Scale.REAL
        ? 1
        : Math.clamp(room / Math.max(1, bytes(experiment)), 1, wanted);
  }

  /// About what the largest run takes of the heap.
  public static long bytes(Experiment experiment) {
    long most = 0;
    for (int point : largest(experiment)) {
      most = Math.max(most, bytes(experiment.at(point)));
    }
    return most;
  }

  /// About what a run takes of the heap.
  public static long bytes(Base base) {
    return size(base).bytes();
  }

  /// The number of peers of the largest run.
  public static int mostPeers(Experiment experiment) {
    return peers(experiment.at(largest(experiment).getFirst()));
  }

  /// The number of peers of a run.
  public static int peers(Base base) {
    return switch (base) {
      case PopulationBase it -> it.peers();
      case ScenarioBase(Scenario it) -> it.peers();
    };
  }

  /// Those with the most peers, first of all in other settings that make a run larger.
  private static List<Integer> largest(Experiment experiment) {
    List<Axis> axes = experiment.axes();
    int peers =
        IntStream.range(0, axes.size())
            .filter(number -> axes.get(number).parameter() == Parameter.PEERS)
            .findFirst()
            .orElse(-1);
    if (experiment.pairs()) {
      return IntStream.range(0, experiment.points())
          .boxed()
          .sorted(
              Comparator.comparing(
                  point ->
                      peers < 0
                          ? BigDecimal.ZERO
                          : new BigDecimal(experiment.value(point, peers)).negate()))
          .limit(MOST_CHECKED)
          .toList();
    }
    List<Integer> points = List.of(0);
    for (int number = 0; number < axes.size(); number++) {
      Axis axis = axes.get(number);
      int values = axis.values().size();
      int most = number == peers ? largest(axis) : 0;
      boolean all = number != peers && !WITHOUT_SIZE.contains(axis.parameter());
      points =
          points.stream()
              .flatMap(
                  point ->
                      IntStream.range(0, values)
                          .filter(value -> all || value == most)
                          .mapToObj(value -> point * values + value))
              .limit(MOST_CHECKED)
              .toList();
    }
    return points;
  }

  /// The place of the largest value.
  private static int largest(Axis axis) {
    List<BigDecimal> values = axis.values().stream().map(BigDecimal::new).toList();
    return values.indexOf(Collections.max(values));
  }

  private static String misfit(Scale scale, Base base, long room) throws IOException {
    if (scale == Scale.REAL && base instanceof ScenarioBase(Scenario scenario)) {
      Scenario _ = SwarmPlan.requireRoomFor(scenario, Run.Time.REAL);
      return "";
    }
    return size(base).in(room).misfit().map(SimulationSize.Misfit::words).orElse("");
  }

  private static SimulationSize size(Base base) {
    return switch (base) {
      case PopulationBase it -> SimulationSize.onArrays(settings(it, 0), 1, 1, 0);
      case ScenarioBase(Scenario it) ->
          SimulationSize.ofEngines(
              new PopulationSettings(
                  it.peers(), it.topology(), it.settings().spreading(), 0, Crashes.NONE, it.seed()),
              1);
    };
  }

  /// The settings of a run on arrays.
  static PopulationSettings settings(PopulationBase it, long seed) {
    return new PopulationSettings(
        it.peers(),
        it.topology(),
        it.spreading(),
        it.loss(),
        new Crashes(it.crash(), it.crashAfter()),
        seed);
  }
}
