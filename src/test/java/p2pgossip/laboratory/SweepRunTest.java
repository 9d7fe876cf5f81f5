package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.results.PointSummary;
import p2pgossip.results.Summary;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepTally;
import p2pgossip.results.SweepTally.Interval;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Scale;
import p2pgossip.testing.Recorder;

class SweepRunTest {

  private static final long MUCH = 8L << 30;

  @TempDir Path temp;

  /// Keeps what a sweep tells.
  private static final class Told implements SweepRun.Listener {

    private final CompletableFuture<SweepFolder> opened = new CompletableFuture<>();
    private final Recorder<String> notes = new Recorder<>();
    private final AwaitedEnd end = new AwaitedEnd();

    @Override
    public void opened(SweepFolder folder) {
      opened.complete(folder);
    }

    @Override
    public void noted(String words) {
      notes.accept(words);
    }
  }

  private SweepShelf shelf() {
    return new SweepShelf(temp.resolve("sweeps"), "p2pgossip test");
  }

  private static Experiment fanouts(int repetitions) {
    return SampleSweeps.experiment(repetitions, SampleSweeps.axis(Parameter.FANOUT, "1, 2, 3"));
  }

  /// Takes minutes, however fast the machine is.
  private static Experiment endless() {
    return SampleSweeps.experiment(
        100_000,
        SampleSweeps.axis(Parameter.FANOUT, "1, 2, 3"),
        SampleSweeps.axis(Parameter.PEERS, "10000"));
  }

  private SweepRun run(Experiment experiment) {
    return new SweepRun(() -> shelf().plan(experiment), new SweepHere());
  }

  @Test
  void sumsUpToWhatTheTablesSay() throws IOException {
    SweepRun run = run(fanouts(30));
    Told told = new Told();
    run.begin(told, told.end);

    assertThat(told.end.awaited()).isEqualTo("ended");
    SweepRun.State state = Objects.requireNonNull(run.take());
    SweepFolder folder = told.opened.join();
    assertThat(state.progress().done()).isEqualTo(90);
    assertThat(state.now()).isEqualTo(90);
    assertThat(state.complete()).isTrue();
    assertThat(folder.path()).isEqualTo(temp.resolve("sweeps/reached-against-fanout"));
    assertThat(folder.path().resolve("summary.csv")).isNotEmptyFile();
    for (PointSummary point : SweepResults.summaries(folder)) {
      Summary summary = Objects.requireNonNull(point.measures().get(Measure.REACHED));
      Interval interval = state.tally().at(Measure.REACHED, point.point());
      assertThat(interval.runs()).isEqualTo(summary.runs());
      assertThat(interval.mean()).isCloseTo(summary.mean(), within(1e-12));
      assertThat(interval.low()).isCloseTo(summary.low(), within(1e-12));
      assertThat(interval.high()).isCloseTo(summary.high(), within(1e-12));
    }
  }

  /// With the same luck at all points, the differences of a point are those of its values, and
  /// their interval is that of the paired sample.
  @Test
  void differencesArePairedByTheirLuck() throws IOException {
    SweepRun run = run(fanouts(30));
    Told told = new Told();
    run.begin(told, told.end);
    told.end.awaited();
    SweepTally.State means = Objects.requireNonNull(run.take()).tally();
    SweepTally.State differences = SweepDifferences.of(told.opened.join());

    assertThat(SweepDifferences.areKnown(fanouts(30))).isTrue();
    assertThat(SweepDifferences.words(fanouts(30))).isEqualTo("less Fanout 1");
    assertThat(differences.at(Measure.T_LAST, 0)).isEqualTo(Interval.NONE);
    for (int point = 1; point < 3; point++) {
      Interval paired = differences.at(Measure.T_LAST, point);
      double apart = means.at(Measure.T_LAST, point).mean() - means.at(Measure.T_LAST, 0).mean();
      assertThat(paired.runs()).isEqualTo(30);
      assertThat(paired.mean()).isCloseTo(apart, within(1e-9));
      assertThat(paired.low()).isLessThan(paired.high());
    }
  }

  @Test
  void theSameExperimentGoesOnWithWhatThereIs() {
    Told first = new Told();
    run(fanouts(10)).begin(first, first.end);
    first.end.awaited();
    SweepRun more = run(fanouts(14));
    Told told = new Told();
    more.begin(told, told.end);

    assertThat(told.end.awaited()).isEqualTo("ended");
    SweepRun.State state = Objects.requireNonNull(more.take());
    assertThat(state.progress().done()).isEqualTo(42);
    assertThat(state.now()).isEqualTo(12);
    assertThat(told.opened.join().path()).isEqualTo(first.opened.join().path());
  }

  @Test
  void anotherExperimentOfTheSameNameHasAFolderOfItsOwn() throws IOException {
    shelf().plan(fanouts(5));
    Experiment other =
        SampleSweeps.experiment(5, SampleSweeps.axis(Parameter.FANOUT, "1, 2, 3, 4"));

    assertThat(shelf().plan(other).path().getFileName()).hasToString("reached-against-fanout-2");
    assertThat(shelf().kept(10))
        .extracting(SweepShelf.Kept::name)
        .containsExactlyInAnyOrder("reached-against-fanout", "reached-against-fanout-2");
  }

  @Test
  void aFolderOfAnotherVersionStaysAsItIs() throws IOException {
    Path old = new SweepShelf(temp.resolve("sweeps"), "p2pgossip old").plan(fanouts(5)).path();
    byte[] before = Files.readAllBytes(old.resolve("sweep.json"));

    assertThat(shelf().plan(fanouts(5)).path()).isNotEqualTo(old);
    assertThat(Files.readAllBytes(old.resolve("sweep.json"))).isEqualTo(before);
  }

  @Test
  void whatIsCalledOffIsThereWhenItIsOpenedAgain() {
    SweepRun run = run(endless());
    Told told = new Told();
    Work work = run.begin(told, told.end);
    await().until(() -> hasRuns(run.take()));
    work.close();
    assertThat(told.end.awaited()).isEqualTo("called off");
    SweepRun again = new SweepRun(() -> shelf().open(told.opened.join().path()), new SweepHere());
    Told seen = new Told();
    again.look(seen, seen.end);

    assertThat(seen.end.awaited()).isEqualTo("ended");
    SweepRun.State state = Objects.requireNonNull(again.take());
    assertThat(state.progress().done()).isBetween(1, 299_999);
    assertThat(state.tally().done()).isEqualTo(state.progress().done());
    assertThat(state.now()).isZero();
    assertThat(state.complete()).isFalse();
    assertThat(seen.notes).isEmpty();
  }

  private static boolean hasRuns(SweepRun.@Nullable State state) {
    return state != null && state.now() > 0;
  }

  @Test
  void standsStillWhilePaused() {
    SweepRun run = run(endless());
    Told told = new Told();
    Work work = run.begin(told, told.end);
    await().until(() -> hasRuns(run.take()));
    work.setPaused(true);
    // A run may be under way. From then on none ends.
    await().during(Duration.ofMillis(200)).until(() -> run.take() == null);
    work.close();

    assertThat(told.end.awaited()).isEqualTo("called off");
  }

  @Test
  void moreThanAWindowCanShowIsRefusedInWords() {
    Experiment many =
        SampleSweeps.experiment(
            1,
            SampleSweeps.axis(Parameter.FANOUT, "1 to 100"),
            SampleSweeps.axis(Parameter.LOSS, "0 to 90 step 0.5"));
    Told told = new Told();
    run(many).begin(told, told.end);

    assertThat(told.end.awaited())
        .isEqualTo(
            "It has 18100 points, and a window shows up to 10000; run it with ./run.sh sweep.");
  }

  @Test
  void aTrialTellsAboutHowLongItTakes() {
    CompletableFuture<SweepTrial.Estimate> estimate = new CompletableFuture<>();
    Told told = new Told();
    SweepTrial.begin(fanouts(1_000_000), MUCH, estimate::complete, told.end);

    assertThat(told.end.awaited()).isEqualTo("ended");
    assertThat(estimate.join().bound()).isEqualTo(SweepTrial.Bound.ABOUT);
    assertThat(estimate.join().time()).isBetween(Duration.ofMillis(100), Duration.ofHours(2));
  }

  @Test
  void aTrialSaysWhatDoesNotFit() {
    Experiment huge =
        SampleSweeps.experiment(
            2,
            SampleSweeps.axis(Parameter.TOPOLOGY, "random:10"),
            SampleSweeps.axis(Parameter.PEERS, "1000000000"));
    Told told = new Told();
    SweepTrial.begin(huge, MUCH, _ -> {}, told.end);

    assertThat(told.end.awaited())
        .startsWith("Topology random:10, peers 1000000000: ")
        .contains(" would fit");
  }

  /// Two million peers with their wiring take more than a quarter of any heap of a test.
  @Test
  void aTrialOfWhatIsTooLargeForThisProcessMakesSmallerRuns() {
    Experiment large =
        SampleSweeps.experiment(
            10,
            SampleSweeps.axis(Parameter.TOPOLOGY, "random:20"),
            SampleSweeps.axis(Parameter.PEERS, "2000000"));
    CompletableFuture<SweepTrial.Estimate> estimate = new CompletableFuture<>();
    Told told = new Told();
    SweepTrial.begin(large, MUCH, estimate::complete, told.end);

    assertThat(told.end.awaited()).isEqualTo("ended");
    assertThat(estimate.join().bound()).isEqualTo(SweepTrial.Bound.ABOUT);
    assertThat(estimate.join().time()).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void whatTakesLongerThanAProcessTakesToStartIsHeavy() {
    assertThat(SweepRun.isHeavy(fanouts(1_000))).isFalse();
    assertThat(SweepRun.isHeavy(fanouts(10_000))).isTrue();
    assertThat(SweepRun.isHeavy(virtual(50))).isFalse();
    assertThat(SweepRun.isHeavy(virtual(200))).isTrue();
    Experiment large =
        SampleSweeps.experiment(
            1,
            SampleSweeps.axis(Parameter.TOPOLOGY, "complete, random:100"),
            SampleSweeps.axis(Parameter.PEERS, "40, 400000"));
    assertThat(SweepRun.isHeavy(large)).isTrue();
  }

  private static Experiment virtual(int repetitions) {
    return SampleSweeps.draft(
            Scale.VIRTUAL, repetitions, SampleSweeps.axis(Parameter.FANOUT, "1, 2"))
        .experiment();
  }
}
