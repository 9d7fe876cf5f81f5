package p2pgossip.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Latency;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Spread;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.PopulationRun;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.ComparedScale;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.ScaleComparison;
import p2pgossip.scenario.ScaleSample;
import p2pgossip.scenario.ScaleTrial;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;

/// Runs the spreads of a scenario many times: on real sockets, in virtual time with the same
/// latency, and in step, on engines and on arrays. The first run of each has the seed of the
/// scenario, the second the next, and so on, so that all are wired alike.
public final class ThreeScales {

  private final Stage.Maker real;
  private final Runs runs;
  private final Progress progress;
  private final BooleanSupplier enough;

  /// How many runs to make.
  ///
  /// @param real on real sockets; 0 for none
  /// @param virtual in virtual time, and as many in step; at least 1
  /// @param arrays on arrays, at least 1
  public record Runs(int real, int virtual, int arrays) {}

  /// Is told before each run.
  public interface Progress {

    /// @param number from 1
    void begins(Variant run, ComparedScale scale, int number, int runs);
  }

  /// @param real stages of real peers
  /// @param enough is asked often, on any thread. Once it returns true, the run under way is given
  ///     up and no other begins
  public ThreeScales(Stage.Maker real, Runs runs, Progress progress, BooleanSupplier enough) {
    this.real = real;
    this.runs = runs;
    this.progress = progress;
    this.enough = enough;
  }

  /// Runs and compares, run after run of the scenario. Real runs take their time.
  ///
  /// @return one for each rumour of each run of the scenario, with the runs that were made
  /// @throws IOException when real peers can't be started, in words for the user
  /// @throws InterruptedException when the waiting thread is interrupted; all peers are ended
  public List<ScaleComparison> compare(Scenario scenario) throws IOException, InterruptedException {
    List<ScaleComparison> all = new ArrayList<>();
    for (Variant variant : scenario.runs()) {
      if (!enough.getAsBoolean()) {
        all.addAll(compare(scenario, variant));
      }
    }
    return all;
  }

  private List<ScaleComparison> compare(Scenario scenario, Variant variant)
      throws IOException, InterruptedException {
    NetworkTraits traits = scenario.traits();
    List<List<Spread>> spreads = new ArrayList<>();
    for (int number = 0; number < runs.real && !enough.getAsBoolean(); number++) {
      progress.begins(variant, ComparedScale.REAL, number + 1, runs.real);
      run(real, only(scenario, variant, number, traits)).ifPresent(spreads::add);
    }
    Duration latency = meanLatency(spreads);
    NetworkTraits loose =
        latency == null
            ? traits
            : new NetworkTraits(new Latency.Fixed(latency), traits.churn(), false, traits.names());
    PopulationPlan plan = plan(scenario, variant);
    List<List<ScaleTrial>> onSockets = trials(scenario, variant, spreads, false);
    List<List<ScaleTrial>> virtual = new ArrayList<>();
    List<List<ScaleTrial>> inStep = new ArrayList<>();
    for (int number = 0; number < runs.virtual && !enough.getAsBoolean(); number++) {
      progress.begins(variant, ComparedScale.VIRTUAL, number + 1, runs.virtual);
      run(VirtualStage.MAKER, only(scenario, variant, number, loose))
          .ifPresent(it -> virtual.addAll(trials(scenario, variant, List.of(it), false)));
      if (plan != null && !enough.getAsBoolean()) {
        progress.begins(variant, ComparedScale.IN_STEP, number + 1, runs.virtual);
        Scenario stepped = only(scenario, variant, number, new NetworkTraits(null, null, true));
        run(VirtualStage.MAKER, stepped)
            .ifPresent(it -> inStep.addAll(trials(scenario, variant, List.of(it), true)));
      }
    }
    List<ScaleTrial> onArrays = plan == null ? List.of() : onArrays(scenario, variant, plan);
    int rumors =
        Stream.of(virtual, onSockets)
            .flatMap(List::stream)
            .mapToInt(List::size)
            .findFirst()
            .orElse(0);
    return IntStream.range(0, rumors)
        .mapToObj(
            rumor ->
                new ScaleComparison(
                    scenario.name(),
                    variant.name(),
                    rumor + 1,
                    scenario.peers(),
                    scenario.settingsOf(variant).period(),
                    latency,
                    samples(of(rumor, onSockets), of(rumor, virtual), of(rumor, inStep), onArrays),
                    plan == null ? withoutArrays(scenario) : ""))
        .toList();
  }

  private static List<ScaleTrial> of(int rumor, List<List<ScaleTrial>> trials) {
    return trials.stream().filter(run -> run.size() > rumor).map(run -> run.get(rumor)).toList();
  }

  private static List<ScaleSample> samples(
      List<ScaleTrial> real,
      List<ScaleTrial> virtual,
      List<ScaleTrial> inStep,
      List<ScaleTrial> arrays) {
    List<ScaleSample> samples = new ArrayList<>();
    add(samples, ComparedScale.REAL, real);
    add(samples, ComparedScale.VIRTUAL, virtual);
    add(samples, ComparedScale.IN_STEP, inStep);
    add(samples, ComparedScale.ARRAYS, arrays);
    return samples;
  }

  private static void add(List<ScaleSample> samples, ComparedScale scale, List<ScaleTrial> trials) {
    if (!trials.isEmpty()) {
      samples.add(ScaleSample.of(scale, trials));
    }
  }

  /// One run of a scenario, by itself.
  private static Scenario only(
      Scenario scenario, Variant variant, int number, NetworkTraits traits) {
    return new Scenario(
        scenario.name(),
        scenario.description(),
        scenario.seed() + number,
        scenario.peers(),
        scenario.originals(),
        scenario.topology(),
        scenario.settings(),
        scenario.lasts(),
        scenario.quiet(),
        scenario.actions(),
        List.of(variant),
        traits);
  }

  /// The rumours of one run. It ends once all actions are done and the last rumour has reached all:
  /// nothing that is compared changes after that.
  ///
  /// @return empty when it was given up
  private Optional<List<Spread>> run(Stage.Maker stages, Scenario scenario)
      throws IOException, InterruptedException {
    Duration lastAction =
        scenario.actions().isEmpty() ? Duration.ZERO : scenario.actions().getLast().at();
    AtomicBoolean over = new AtomicBoolean();
    RunListener course =
        new RunListener() {
          @Override
          public void wentOn(Duration since, int reached, int peers, long copies) {
            if (since.compareTo(lastAction) > 0 && reached == peers) {
              over.set(true);
            }
          }
        };
    Report report =
        new ScenarioRunner(stages).run(scenario, course, () -> over.get() || enough.getAsBoolean());
    if (enough.getAsBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        report.runs().stream()
            .flatMap(run -> run.rumors().stream())
            .map(Report.RumorReport::spread)
            .toList());
  }

  private static List<List<ScaleTrial>> trials(
      Scenario scenario, Variant variant, List<List<Spread>> runs, boolean inStep) {
    double period = scenario.settingsOf(variant).period().toNanos();
    return runs.stream()
        .map(
            run ->
                run.stream()
                    .map(
                        spread ->
                            inStep
                                ? ScaleTrial.byRounds(spread)
                                : ScaleTrial.byTime(spread, period))
                    .toList())
        .toList();
  }

  /// How long the copies that arrived were under way; null if there are none.
  private static @Nullable Duration meanLatency(List<List<Spread>> runs) {
    return runs.stream()
        .flatMap(List::stream)
        .flatMap(spread -> spread.trips().stream())
        .filter(ThreeScales::hasArrived)
        .mapToLong(trip -> Duration.between(trip.sent(), trip.ended()).toNanos())
        .average()
        .stream()
        .mapToObj(nanos -> Duration.ofNanos(Math.round(nanos)))
        .findFirst()
        .orElse(null);
  }

  private static boolean hasArrived(CopyTrip trip) {
    return trip.ended() != null
        && (trip.fate() == CopyTrip.Fate.NEWS || trip.fate() == CopyTrip.Fate.DUPLICATE);
  }

  /// The same on arrays; null for a scenario that does more than tell one rumour.
  private static @Nullable PopulationPlan plan(Scenario scenario, Variant variant) {
    if (!withoutArrays(scenario).isEmpty()) {
      return null;
    }
    TimedAction told = scenario.actions().getFirst();
    int teller = ((Selection.These) ((Action.Spread) told.action()).by()).numbers().getFirst() - 1;
    return new PopulationPlan(
            Neighbors.wired(scenario.topologyOf(variant), scenario.peers(), scenario.seed()),
            scenario.settingsOf(variant).spreading())
        .withSource(teller);
  }

  private static String withoutArrays(Scenario scenario) {
    boolean tellsOne =
        scenario.actions().size() == 1
            && scenario.actions().getFirst().action()
                instanceof Action.Spread(Selection.These(List<Integer> numbers), String _)
            && numbers.size() == 1;
    if (!tellsOne) {
      return "on arrays, one peer tells one rumour, and nothing else happens";
    }
    if (scenario.originals() > 0) {
      return "on arrays there are no original peers";
    }
    return scenario.traits().churn() == null ? "" : "the arrays know no churn";
  }

  private List<ScaleTrial> onArrays(Scenario scenario, Variant variant, PopulationPlan first)
      throws InterruptedException {
    List<ScaleTrial> trials = new ArrayList<>();
    int peers = scenario.peers();
    for (int number = 0; number < runs.arrays && !enough.getAsBoolean(); number++) {
      progress.begins(variant, ComparedScale.ARRAYS, number + 1, runs.arrays);
      long seed = scenario.seed() + number;
      PopulationPlan plan =
          new PopulationPlan(
                  Neighbors.wired(scenario.topologyOf(variant), peers, seed), first.spreading())
              .withSource(first.source());
      try (PopulationRun run = new PopulationRun(plan, seed)) {
        long copiesToLast = 0;
        while (!run.isOver()) {
          run.round();
          if (run.lastHeard() == run.rounds()) {
            copiesToLast = run.copies();
          }
        }
        trials.add(ScaleTrial.ofCurve(run.curve(), peers, (double) copiesToLast / peers));
      }
    }
    return trials;
  }
}
