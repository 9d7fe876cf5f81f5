package p2pgossip.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.export.ThisProgram;
import p2pgossip.gossip.Spreading;
import p2pgossip.laboratory.Gate;
import p2pgossip.laboratory.SweepHere;
import p2pgossip.laboratory.SweepMaker;
import p2pgossip.laboratory.SweepRun;
import p2pgossip.laboratory.Work;
import p2pgossip.laboratory.WorkEnd;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepListener;
import p2pgossip.results.SweepProgress;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepRunner;
import p2pgossip.results.SweepTally;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.sweep.Shard;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Complete;

class SweepsApartTest {

  private static final long MUCH = 8L << 30;

  @TempDir Path temp;

  private final Set<ProcessHandle> before =
      ProcessHandle.current().children().collect(Collectors.toSet());

  private SweepFolder planned(String name, int repetitions) throws IOException {
    Experiment experiment =
        new Experiment(
            "a trial",
            "",
            1,
            Scale.ARRAYS,
            new PopulationBase(200, new Complete(), Spreading.DEFAULT, 0.1, 0, 0, 500),
            List.of(new Axis(Parameter.FANOUT, List.of("1", "2"))),
            false,
            new Repeats(repetitions, null),
            List.of(Measure.REACHED, Measure.T_LAST),
            true);
    return SweepFolder.plan(experiment, ThisProgram.nameAndVersion(), temp.resolve(name));
  }

  private static SweepsApart apart() {
    return new SweepsApart(1, MUCH);
  }

  /// Keeps what is told.
  private static final class Told implements SweepMaker.Listener {

    private final CountDownLatch first = new CountDownLatch(1);
    private final Recorder<Outcome> outcomes = new Recorder<>();
    private final Recorder<String> course = new Recorder<>();

    @Override
    public void begins(SweepProgress progress) {
      course.accept("begins with " + progress.done() + " of " + progress.most());
    }

    @Override
    public void ended(Outcome outcome, SweepProgress progress) {
      outcomes.accept(outcome);
      first.countDown();
    }

    @Override
    public void noted(String words) {
      course.accept(words);
    }

    @Override
    public void caughtUp() {}

    @Override
    public void complete() {
      course.accept("complete");
    }
  }

  /// A sweep of hours, of which the first run is awaited.
  private static FutureTask<String> begun(SweepFolder folder, Gate gate, Told told)
      throws InterruptedException {
    FutureTask<String> working =
        new FutureTask<>(
            () -> {
              try {
                apart().run(folder, gate, told);
                return "all were made";
              } catch (InterruptedException e) {
                return "called off";
              } catch (IOException e) {
                return String.valueOf(e.getMessage());
              }
            });
    Thread.ofPlatform().start(working);
    assertThat(told.first.await(60, TimeUnit.SECONDS)).isTrue();
    return working;
  }

  /// Those that this test has started.
  private Stream<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(it -> !before.contains(it));
  }

  private static int done(SweepFolder folder) throws IOException {
    return SweepResults.progress(folder).done();
  }

  @Test
  void theResultsAreTheSameAsOfThisProcess() throws Exception {
    SweepFolder here = planned("here", 20);
    SweepFolder elsewhere = planned("apart", 20);
    Told toldHere = new Told();
    Told told = new Told();
    new SweepHere().run(here, new Gate(), toldHere);
    apart().run(elsewhere, new Gate(), told);

    assertThat(told.outcomes.all()).containsExactlyInAnyOrderElementsOf(toldHere.outcomes.all());
    assertThat(told.course).containsExactly("begins with 0 of 40", "complete");
    for (String name : List.of("results.csv", "results.parquet", "summary.csv")) {
      assertThat(elsewhere.path().resolve(name)).hasSameBinaryContentAs(here.path().resolve(name));
    }
  }

  /// As the page of the laboratory has it.
  @Test
  void whileItIsPausedThereIsNoProcessAndThenItGoesOn() throws Exception {
    SweepFolder folder = planned("long", 1_000_000);
    SweepRun run = new SweepRun(() -> folder, apart());
    Recorder<String> ends = new Recorder<>();
    Work work =
        run.begin(
            new SweepRun.Listener() {
              @Override
              public void opened(SweepFolder opened) {}

              @Override
              public void noted(String words) {
                ends.accept(words);
              }
            },
            new WorkEnd() {
              @Override
              public void ended() {
                ends.accept("ended");
              }

              @Override
              public void failed(String words) {
                ends.accept(words);
              }

              @Override
              public void calledOff() {
                ends.accept("called off");
              }
            });
    await().until(() -> done(folder) > 0);
    work.setPaused(true);
    await().until(() -> children().findAny().isEmpty());
    int paused = done(folder);

    work.setPaused(false);
    await().until(() -> done(folder) > paused);
    work.close();
    await().until(() -> !ends.isEmpty());

    assertThat(ends).containsExactly("called off");
    assertThat(children()).isEmpty();
    SweepRun.State state = run.take();
    assertThat(state).isNotNull();
    assertThat(state.tally().done()).isEqualTo(done(folder));
    assertThat(state.progress().done()).isEqualTo(done(folder));
  }

  @Test
  void whenItIsCalledOffItKeepsWhatItHas() throws Exception {
    SweepFolder folder = planned("long", 1_000_000);
    Told told = new Told();
    FutureTask<String> working = begun(folder, new Gate(), told);

    assertThat(working.cancel(true)).isTrue();
    await().until(() -> children().findAny().isEmpty());

    assertThat(done(folder)).isPositive();
    assertThat(SweepTally.of(folder, told.course).state().done()).isEqualTo(done(folder));
    assertThat(told.course).containsExactly("begins with 0 of 2000000");
  }

  @Test
  void thatItWasKilledIsSaidAndWhatWasDoneIsThere() throws Exception {
    SweepFolder folder = planned("long", 1_000_000);
    Told told = new Told();
    FutureTask<String> working = begun(folder, new Gate(), told);
    children().forEach(ProcessHandle::destroyForcibly);

    assertThat(working.get(60, TimeUnit.SECONDS))
        .isEqualTo(
            "The process that made the runs was killed, perhaps by the system for want of memory");
    assertThat(done(folder)).isEqualTo(told.outcomes.size());
  }

  @Test
  void theOtherProcessEndsWithThisOne() throws Exception {
    SweepFolder folder = planned("long", 1_000_000);
    Process process = new ProcessBuilder(apart().command(folder)).start();
    try {
      assertThat(process.inputReader().readLine())
          .isEqualTo("{\"done\":0,\"failed\":0,\"most\":2000000}");
      // As the system does when this process ends.
      process.outputWriter().close();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  /// On POSIX systems a process that closes a file loses its locks on it.
  @Test
  void noProcessWorksOnWhatAnotherIsWorkingOn() throws Exception {
    SweepFolder folder = planned("long", 1_000_000);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    SweepListener listener =
        (_, _) -> {
          first.countDown();
        };
    FutureTask<SweepProgress> here =
        new FutureTask<>(
            () ->
                new SweepRunner(folder, Shard.WHOLE, 1, VirtualStage.MAKER, listener)
                    .run(() -> refused.getCount() == 0));
    Thread.ofPlatform().start(here);
    try {
      assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(() -> apart().run(folder, new Gate(), new Told()))
          .isInstanceOf(IOException.class)
          .hasMessage(
              folder.path().resolve("runs-1-of-1.csv")
                  + ": another process is working on this shard; wait for it, or end it");
    } finally {
      refused.countDown();
    }
    assertThat(done(folder)).isEqualTo(here.get(60, TimeUnit.SECONDS).done());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"refused\":\"there is no room\"} | there is no room",
        "good morning | the process that made the runs said something else: ",
        "{\"noted\":\"no luck\"} | the process that made the runs ended before they were done",
        "memory | The process that made the runs ran out of memory. Take fewer peers",
        "status | The process that made the runs ended with status 5: No luck today",
      })
  void whyItEndsEarlyIsSaidInWords(String says, String words) throws Exception {
    SweepFolder folder = planned("sweep", 1);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx24m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            TroubledProgram.class.getName(),
            says);

    assertThatThrownBy(() -> SweepsApart.run(command, folder, new Gate(), new Told()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() throws Exception {
    SweepFolder folder = planned("sweep", 1);

    assertThatThrownBy(
            () -> SweepsApart.run(List.of("/nowhere/java"), folder, new Gate(), new Told()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a process for the sweep can't be started: ")
        .hasMessageContaining("/nowhere/java");
  }

  @Test
  void aHeavySweepIsMadeApartAndALightOneHere() throws Exception {
    Recorder<String> asked = new Recorder<>();
    FittingSweeps fitting = new FittingSweeps(noting("here", asked), noting("apart", asked));

    fitting.run(planned("light", 3), new Gate(), new Told());
    fitting.run(planned("heavy", 100_000), new Gate(), new Told());

    assertThat(asked).containsExactly("here light", "apart heavy");
  }

  private static SweepMaker noting(String where, Recorder<String> asked) {
    return new SweepMaker() {
      @Override
      public void run(SweepFolder folder, Gate gate, Listener listener) {
        asked.accept(where + " " + folder.path().getFileName());
      }

      @Override
      public long memory() {
        return MUCH;
      }
    };
  }
}
