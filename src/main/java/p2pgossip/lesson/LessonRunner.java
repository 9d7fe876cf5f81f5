package p2pgossip.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import p2pgossip.experiment.RunListener;
import p2pgossip.experiment.ScenarioRunner;
import p2pgossip.experiment.Stage;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.laboratory.ManyRuns;
import p2pgossip.lesson.RunResult.Point;
import p2pgossip.lesson.RunResult.Told;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.network.Recording;
import p2pgossip.network.SpreadFigures;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;

/// Makes the runs of lessons. A run in rounds or in virtual time gives the same result each time.
/// Stateless; one thread waits for each run.
public final class LessonRunner {

  private static final double HALF = 0.5;
  private static final double MOST = 0.99;
  private static final double NANOS = 1e9;

  private final Stage.Maker real;
  private final int threads;

  /// @param real what puts up real peers
  /// @param threads for runs in rounds, at least 1
  public LessonRunner(Stage.Maker real, int threads) {
    this.real = real;
    this.threads = threads;
  }

  /// Makes a run and waits for its end.
  ///
  /// @param cancelled is asked often; once it returns true, the run ends
  /// @throws IOException when it can't be made, in words for the user
  /// @throws CancellationException when it was cancelled
  /// @throws InterruptedException when the waiting thread is interrupted
  public RunResult run(Plan plan, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    return run(plan, cancelled, _ -> {});
  }

  /// The same, where a run of a scenario is recorded too.
  ///
  /// @param recorded is told what was seen, before this returns; not called for runs in rounds
  public RunResult run(Plan plan, BooleanSupplier cancelled, Consumer<Recorded> recorded)
      throws IOException, InterruptedException {
    return switch (plan) {
      case Plan.InRounds(PopulationSettings settings, int runs) ->
          inRounds(settings, runs, cancelled);
      case Plan.Staged(Scenario scenario, boolean onRealPeers) ->
          staged(scenario, onRealPeers ? real : VirtualStage.MAKER, cancelled, recorded);
    };
  }

  private RunResult inRounds(PopulationSettings settings, int runs, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    Optional<String> refusal = ManyRuns.refusal(settings, runs);
    if (refusal.isPresent()) {
      throw new IOException(refusal.get());
    }
    int[] bounds = {Integer.MAX_VALUE, 0};
    Estimate.Sample half = new Estimate.Sample();
    Estimate.Sample most = new Estimate.Sample();
    RepeatedRuns made =
        Repetitions.onArrays(
            settings.plan(),
            settings.seed(),
            runs,
            threads,
            outcome -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException("the runs were cancelled");
              }
              bounds[0] = Math.min(bounds[0], outcome.lastHeard());
              bounds[1] = Math.max(bounds[1], outcome.lastHeard());
              double living = living(outcome.curve(), outcome.reached());
              addFirst(half, outcome.curve(), HALF * living);
              addFirst(most, outcome.curve(), MOST * living);
            });
    int peers = settings.peers();
    double share = made.reached().mean();
    double reached = made.informed().getLast();
    List<Point> curve = new ArrayList<>();
    for (int round = 0; round < made.informed().size(); round++) {
      curve.add(new Point(round, made.informed().get(round) / reached * share));
    }
    Map<Measure, Double> figures = ofShare(reached / share, reached);
    figures.put(Measure.PEERS, (double) peers);
    figures.put(Measure.LAST, made.rounds().mean());
    figures.put(Measure.EARLIEST, (double) bounds[0]);
    figures.put(Measure.LATEST, (double) bounds[1]);
    figures.put(Measure.COMPLETE, (double) made.complete() / made.runs());
    figures.put(Measure.COPIES, made.copiesPerPeer().mean());
    figures.put(Measure.ALL_COPIES, made.copiesPerPeer().mean() * peers);
    putMean(figures, Measure.HALF, half);
    putMean(figures, Measure.NEARLY_ALL, most);
    return new RunResult(List.of(new Told(figures, curve)));
  }

  /// The number of peers that have not crashed.
  private static double living(int[] curve, double reached) {
    return curve[curve.length - 1] / reached;
  }

  /// Adds the first round after which so many have heard it, if they ever do.
  private static void addFirst(Estimate.Sample rounds, int[] curve, double peers) {
    for (int round = 0; round < curve.length; round++) {
      if (curve[round] >= peers) {
        rounds.add(round);
        return;
      }
    }
  }

  private static void putMean(
      Map<Measure, Double> figures, Measure measure, Estimate.Sample sample) {
    if (sample.count() > 0) {
      figures.put(measure, sample.estimate().mean());
    }
  }

  private static Map<Measure, Double> ofShare(double peers, double reached) {
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    figures.put(Measure.PEERS, peers);
    figures.put(Measure.REACHED, reached);
    figures.put(Measure.MISSED, peers - reached);
    figures.put(Measure.SHARE, reached / peers);
    figures.put(Measure.RESIDUE, 1 - reached / peers);
    return figures;
  }

  private static RunResult staged(
      Scenario scenario, Stage.Maker stages, BooleanSupplier cancelled, Consumer<Recorded> recorded)
      throws IOException, InterruptedException {
    Recording recording = new Recording();
    RunListener listener =
        new RunListener() {
          @Override
          public void observed(Observation observation) {
            recording.add(observation);
          }
        };
    Report report = new ScenarioRunner(stages).run(scenario, listener, cancelled);
    if (!report.complete() || report.runs().isEmpty()) {
      throw new CancellationException("the run was cancelled");
    }
    recorded.accept(recording.snapshot());
    Report.Run run = report.runs().getFirst();
    Map<Measure, Double> ofRun = new EnumMap<>(Measure.class);
    ofRun.put(Measure.PEERS, (double) run.peers().size());
    ofRun.put(Measure.KNOWN, Acquaintance.mean(run));
    List<Told> told = new ArrayList<>();
    for (Report.RumorReport rumor : run.rumors()) {
      told.add(told(rumor, ofRun));
    }
    return new RunResult(told.isEmpty() ? List.of(new Told(ofRun, List.of())) : told);
  }

  private static Told told(Report.RumorReport rumor, Map<Measure, Double> ofRun) {
    SpreadFigures spread = rumor.figures();
    Map<Measure, Double> figures = new EnumMap<>(ofRun);
    figures.putAll(ofShare(spread.population(), spread.reached()));
    figures.put(Measure.LAST, spread.tLast().toNanos() / NANOS);
    if (spread.t50() != null) {
      figures.put(Measure.HALF, spread.t50().toNanos() / NANOS);
    }
    if (spread.t99() != null) {
      figures.put(Measure.NEARLY_ALL, spread.t99().toNanos() / NANOS);
    }
    figures.put(Measure.COMPLETE, spread.reached() == spread.population() ? 1.0 : 0.0);
    figures.put(Measure.COPIES, spread.copiesPerPeer());
    figures.put(Measure.ALL_COPIES, (double) spread.copies());
    figures.put(Measure.DUPLICATES, (double) spread.duplicates());
    figures.put(Measure.LOST, (double) spread.lost());
    figures.put(Measure.HOPS, (double) spread.longestHops());
    List<Point> curve =
        rumor.curve().steps().stream()
            .map(
                step ->
                    new Point(
                        step.sinceBirth().toNanos() / NANOS,
                        (double) step.reached() / spread.population()))
            .toList();
    return new Told(figures, curve);
  }
}
