package p2pgossip.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.SpreadFigures;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.PopulationRun;
import p2pgossip.population.RunInStep;
import p2pgossip.scenario.Report;
import p2pgossip.steering.Traffic;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.ScenarioBase;

/// Carries out single runs of an experiment. On arrays and in virtual time, several threads may do
/// so at a time; on real sockets one.
public final class PointRunner {

  private final Experiment experiment;
  private final Stage.Maker real;

  /// @param real makes the stages of runs on real sockets
  public PointRunner(Experiment experiment, Stage.Maker real) {
    this.experiment = experiment;
    this.real = real;
  }

  /// Carries out a run. Its outcome on arrays and in virtual time depends on the experiment
  /// alone.
  ///
  /// @param cancelled is asked often
  /// @throws IOException when real peers can't be started, in words for the user
  /// @throws CancellationException when it was cancelled
  /// @throws IllegalArgumentException when the values of the point don't fit together, or the run
  ///     does not fit into memory
  public Outcome run(int point, int repetition, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    Base base = experiment.at(point);
    ExperimentSize.requireRoom(base);
    return Outcome.measured(
        point, repetition, measured(base, experiment.seed(point, repetition), cancelled));
  }

  /// Carries out a run that is none of the experiment, for the time that it takes.
  ///
  /// @see #run(int, int, BooleanSupplier)
  public void tryOut(Base base, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    var _ = measured(base, experiment.seed(), cancelled);
  }

  private ToDoubleFunction<Measure> measured(Base base, long seed, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    return switch (base) {
      case PopulationBase it -> onArrays(it, seed, cancelled);
      case ScenarioBase it -> played(it, seed, cancelled);
    };
  }

  private static ToDoubleFunction<Measure> onArrays(
      PopulationBase base, long seed, BooleanSupplier cancelled) throws InterruptedException {
    PopulationPlan plan = ExperimentSize.settings(base, seed).plan();
    try (PopulationRun run = new PopulationRun(plan, seed)) {
      while (!run.isOver() && run.rounds() < RunInStep.MOST_ROUNDS) {
        requireGoingOn(cancelled);
        run.round();
      }
      int[] curve = run.curve();
      int living = run.living();
      int informed = run.informed();
      int last = run.lastHeard();
      double peers = base.peers();
      double copies = run.copies();
      double contacts = run.contacts();
      // A round counts as a second.
      double messages = rate(run.messages(), run.rounds(), peers);
      int size = base.messageBytes();
      double reached = living == 0 ? 0 : (double) informed / living;
      double residue = living == 0 ? 1 : (double) (living - informed) / living;
      return measure ->
          switch (measure) {
            case REACHED -> reached;
            case RESIDUE -> residue;
            case T50 -> firstRound(curve, share(living, 50));
            case T99 -> firstRound(curve, share(living, 99));
            case T_LAST -> last;
            case COPIES_PER_PEER -> copies / peers;
            case CONTACTS_PER_PEER -> contacts / peers;
            case REDUNDANCY -> informed < 2 ? Double.NaN : copies / (informed - 1) - 1;
            case MESSAGES_PER_PEER_SECOND -> messages;
            case BYTES_PER_PEER_SECOND -> messages * size;
            case DUPLICATES_PER_PEER, LONGEST_HOPS, MEAN_HOPS, BUSIEST_TENTH -> Double.NaN;
          };
    }
  }

  private static void requireGoingOn(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the run was cancelled");
    }
  }

  /// That many percent of the peers, rounded up to a whole peer.
  private static long share(int peers, int percent) {
    return ((long) peers * percent + 99) / 100;
  }

  private static double firstRound(int[] curve, long wanted) {
    for (int round = 0; round < curve.length; round++) {
      if (curve[round] >= wanted) {
        return round;
      }
    }
    return Double.NaN;
  }

  private ToDoubleFunction<Measure> played(ScenarioBase base, long seed, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    MeteredStages stages =
        new MeteredStages(experiment.scale() == Scale.REAL ? real : VirtualStage.COUNTING_BYTES);
    Report report = new ScenarioRunner(stages).run(base.seeded(seed), stages, cancelled);
    if (!report.complete()) {
      throw new CancellationException("the run was cancelled");
    }
    Report.Run run = report.runs().getFirst();
    List<Report.RumorReport> rumors = run.rumors();
    if (rumors.isEmpty()) {
      throw new IllegalArgumentException("no rumour was spread");
    }
    SpreadFigures figures = rumors.getFirst().figures();
    Traffic traffic = stages.traffic();
    double length = seconds(run.lasted());
    int peers = figures.population();
    return measure ->
        switch (measure) {
          case MESSAGES_PER_PEER_SECOND -> rate(traffic.messages(), length, peers);
          case BYTES_PER_PEER_SECOND -> rate(traffic.bytes(), length, peers);
          default -> of(figures, measure);
        };
  }

  /// NaN where no time has passed.
  private static double rate(long count, double seconds, double peers) {
    return seconds == 0 ? Double.NaN : count / seconds / peers;
  }

  private static double of(SpreadFigures it, Measure measure) {
    double peers = it.population();
    return switch (measure) {
      case REACHED -> it.reached() / peers;
      case RESIDUE -> (peers - it.reached()) / peers;
      case T50 -> seconds(it.t50());
      case T99 -> seconds(it.t99());
      case T_LAST -> seconds(it.tLast());
      case COPIES_PER_PEER -> it.copiesPerPeer();
      case CONTACTS_PER_PEER, MESSAGES_PER_PEER_SECOND, BYTES_PER_PEER_SECOND -> Double.NaN;
      case DUPLICATES_PER_PEER -> it.duplicates() / peers;
      case REDUNDANCY -> it.redundancy();
      case LONGEST_HOPS -> it.longestHops();
      case MEAN_HOPS -> it.meanHops();
      case BUSIEST_TENTH -> it.busiestTenth();
    };
  }

  private static double seconds(@Nullable Duration time) {
    return time == null ? Double.NaN : time.toNanos() / 1e9;
  }
}
