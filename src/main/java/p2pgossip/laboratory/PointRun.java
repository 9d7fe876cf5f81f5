package p2pgossip.laboratory;

import java.math.BigDecimal;
import java.util.Locale;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Scenario;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

/// As what a run of a sweep can be opened.
public sealed interface PointRun {

  /// More peers that all know one another take a window a minute and gigabytes.
  int MOST_ALL_LINKED = 400;

  /// What opens, or why nothing does: a sentence.
  String words();

  /// Simulated peers in virtual time, in a window of their own: graph, diagram, log.
  ///
  /// @param scenario with the seed of the run
  record Network(Scenario scenario, String words) implements PointRun {}

  /// The field and the curve of a run on arrays.
  ///
  /// @param settings with the seed of the run
  record Field(PopulationSettings settings, String words) implements PointRun {}

  /// There is none.
  record Nothing(String words) implements PointRun {}

  /// The run itself: on arrays its field, else its network.
  ///
  /// @param point counted from 0
  /// @param repetition counted from 0
  static PointRun of(Experiment experiment, int point, int repetition) {
    try {
      return itself(experiment, point, repetition);
    } catch (IllegalArgumentException e) {
      return new Nothing(Sentence.of(e));
    }
  }

  /// The links among all grow with the square of the peers.
  private static boolean isTooDense(Topology topology, int peers) {
    return topology instanceof Complete && peers > MOST_ALL_LINKED;
  }

  private static Nothing tooDense(int peers) {
    return new Nothing(
        String.format(
            Locale.UK,
            "All %,d peers know one another, which are more links than a live graph can follow; up"
                + " to %,d peers, or others wired otherwise, can be watched.",
            peers,
            MOST_ALL_LINKED));
  }

  private static PointRun itself(Experiment experiment, int point, int repetition) {
    long seed = experiment.seed(point, repetition);
    return switch (experiment.at(point)) {
      case PopulationBase base ->
          new Field(
              new PopulationSettings(
                  base.peers(),
                  base.topology(),
                  base.spreading(),
                  base.loss(),
                  new Crashes(base.crash(), base.crashAfter()),
                  seed),
              "Opens this very run, round by round, on the page of one run.");
      case ScenarioBase base when isTooDense(base.scenario().topology(), base.scenario().peers()) ->
          tooDense(base.scenario().peers());
      case ScenarioBase base ->
          new Network(
              base.seeded(seed),
              experiment.scale() == Scale.REAL
                  ? "Opens the same network with the same seed in virtual time: on real sockets no"
                      + " two runs are alike."
                  : "Opens this very run as a live graph in a window of its own.");
    };
  }

  /// The peers of a run on arrays, as a live graph in virtual time and in step. They have the
  /// wiring and the settings of the run, and luck of their own.
  ///
  /// @param repetition counted from 0
  static PointRun asPeers(Experiment experiment, int point, int repetition) {
    try {
      return watched(experiment, point, repetition);
    } catch (IllegalArgumentException e) {
      return new Nothing(Sentence.of(e));
    }
  }

  private static PointRun watched(Experiment experiment, int point, int repetition) {
    if (!(experiment.at(point) instanceof PopulationBase base)) {
      return itself(experiment, point, repetition);
    }
    if (base.peers() > Scenario.MOST_PEERS) {
      return new Nothing(
          String.format(
              Locale.UK,
              "A live graph shows up to %,d peers; here are %,d.",
              Scenario.MOST_PEERS,
              base.peers()));
    }
    if (isTooDense(base.topology(), base.peers())) {
      return tooDense(base.peers());
    }
    if (base.crash() > 0) {
      return new Nothing("A share of these peers crashes, which happens on arrays only.");
    }
    Scenario scenario =
        SweepDraft.scenario(
            base.peers(),
            base.topology(),
            base.spreading(),
            new NetworkTraits(null, null, true),
            experiment.seed(point, repetition));
    ScenarioBase network = new ScenarioBase(scenario);
    Base lossy =
        base.loss() == 0
            ? network
            : network.with(Parameter.LOSS, Axis.text(BigDecimal.valueOf(base.loss())));
    return lossy instanceof ScenarioBase(Scenario whole)
        ? new Network(
            whole,
            "Opens the same peers, wired alike, as a live graph in virtual time and in step; the"
                + " luck is another.")
        : new Nothing("");
  }
}
