package p2pgossip.experiment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
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

  private ExperimentSize() {}

  /// @throws IOException when a run takes more memory than there is, or more peers than its scale
  ///     has, with the values of its point and what would fit
  public static void requireFitting(Experiment experiment) throws IOException {
    for (int point : largest(experiment)) {
      String words = misfit(experiment.scale(), experiment.at(point));
      if (!words.isEmpty()) {
        throw new IOException(
            experiment.axes().isEmpty() ? words : experiment.words(point) + ": " + words);
      }
    }
  }

  /// How many runs fit into memory at a time.
  ///
  /// @param wanted at least 1
  /// @return 1 to `wanted`
  public static int atATime(Experiment experiment, int wanted) {
    if (experiment.scale() == Scale.REAL) {
      return 1;
    }
    long most = wanted;
    for (int point : largest(experiment)) {
      SimulationSize size = size(experiment.at(point));
      most = Math.min(most, size.free() / Math.max(1, size.bytes()));
    }
    return (int) Math.max(1, most);
  }

  private static List<Integer> largest(Experiment experiment) {
    int axis =
        IntStream.range(0, experiment.axes().size())
            .filter(number -> experiment.axes().get(number).parameter() == Parameter.PEERS)
            .findFirst()
            .orElse(-1);
    IntStream points = IntStream.range(0, experiment.points());
    if (axis >= 0 && !experiment.pairs()) {
      Axis peers = experiment.axes().get(axis);
      String most =
          peers.values().stream().max(Comparator.comparing(BigDecimal::new)).orElseThrow();
      points = points.filter(point -> experiment.value(point, axis).equals(most));
    }
    return points.limit(MOST_CHECKED).boxed().toList();
  }

  private static String misfit(Scale scale, Base base) throws IOException {
    if (scale == Scale.REAL && base instanceof ScenarioBase(Scenario scenario)) {
      Scenario _ = SwarmPlan.requireRoomFor(scenario, Run.Time.REAL);
      return "";
    }
    return size(base).misfit().map(SimulationSize.Misfit::words).orElse("");
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
