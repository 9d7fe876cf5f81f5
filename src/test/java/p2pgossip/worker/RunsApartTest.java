package p2pgossip.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.laboratory.ManyRuns;
import p2pgossip.laboratory.RunMaker;
import p2pgossip.laboratory.RunsSummary;
import p2pgossip.laboratory.Work;
import p2pgossip.laboratory.WorkEnd;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.population.RunOutcome;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;

class RunsApartTest {

  private static final long MUCH = 8L << 30;

  private final Set<ProcessHandle> before =
      ProcessHandle.current().children().collect(Collectors.toSet());

  private static PopulationSettings endless() {
    return new PopulationSettings(
        100_000,
        new Complete(),
        new Spreading(Strategy.PUSH, 1, Interest.NEVER_LOST, Copy.MOST_HOPS),
        0,
        Crashes.NONE,
        1);
  }

  private static List<String> words(RunOutcome it) {
    return List.of(
        "%s %s %s %s %s"
            .formatted(it.lastHeard(), it.reached(), it.copies(), it.contacts(), it.hash()),
        Arrays.toString(it.curve()));
  }

  @Test
  void itTellsWhatTheSameRunsInThisProcessTell() throws Exception {
    PopulationSettings settings =
        new PopulationSettings(
            300,
            Topology.parse("small-world:6:0.25"),
            new Spreading(Strategy.PUSH_PULL, 2, InterestLabel.parse("blind-coin:3"), 9),
            1.0 / 3e7,
            new Crashes(0.125, 2),
            Long.MIN_VALUE + 5);
    Recorder<List<String>> here = new Recorder<>();
    Repetitions.onArrays(settings.plan(), settings.seed(), 7, 1, run -> here.accept(words(run)));
    Recorder<List<String>> apart = new Recorder<>();

    new RunsApart(2, MUCH).run(settings, 7, run -> apart.accept(words(run)));

    assertThat(apart.all()).hasSize(7).isEqualTo(here.all());
  }

  @Test
  void manyRunsOfTheLaboratoryComeToTheSameWhereverTheyAreMade() throws Exception {
    RunsSummary apart = summary(new ManyRuns(endless(), 3, new RunsApart(1, MUCH)));

    assertThat(apart.done()).isEqualTo(3);
    assertThat(apart).isEqualTo(summary(new ManyRuns(endless(), 3)));
  }

  private static RunsSummary summary(ManyRuns runs) {
    Recorder<String> ends = new Recorder<>();
    Work _ =
        runs.begin(
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
    Recorder<RunsSummary> taken = new Recorder<>();
    await()
        .until(
            () -> {
              boolean ended = !ends.isEmpty();
              RunsSummary more = runs.take();
              if (more != null) {
                taken.accept(more);
              }
              return ended;
            });
    assertThat(ends).containsExactly("ended");
    return taken.all().getLast();
  }

  @Test
  void heavyRunsAreMadeApartAndLightOnesHere() throws Exception {
    Recorder<String> asked = new Recorder<>();
    FittingRuns fitting =
        new FittingRuns(
            (settings, _, _) -> asked.accept("here " + settings.peers()),
            (settings, _, _) -> asked.accept("apart " + settings.peers()));
    PopulationSettings light = endless();
    PopulationSettings heavy =
        new PopulationSettings(
            500_000_000, Topology.parse("random:9"), light.spreading(), 0, Crashes.NONE, 1);

    fitting.run(light, 2, _ -> {});
    fitting.run(heavy, 2, _ -> {});

    assertThat(asked).containsExactly("here 100000", "apart 500000000");
  }

  @Test
  void whatDoesNotFitIsRefusedByTheOtherProcessWithWhatWouldFit() {
    PopulationSettings many =
        new PopulationSettings(
            20_000_000, Topology.parse("random:20"), endless().spreading(), 0, Crashes.NONE, 1);

    assertThatThrownBy(() -> new RunsApart(1, 200 << 20).run(many, 2, _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20000000 peers take about ")
        .hasMessageContaining("would fit");
  }

  /// A hundred thousand runs, of which one is awaited.
  private static FutureTask<String> begun(RunMaker maker) throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    FutureTask<String> working =
        new FutureTask<>(
            () -> {
              try {
                maker.run(endless(), 100_000, _ -> first.countDown());
                return "all were made";
              } catch (InterruptedException e) {
                return "called off";
              } catch (IllegalArgumentException e) {
                return String.valueOf(e.getMessage());
              }
            });
    Thread.ofPlatform().start(working);
    assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
    return working;
  }

  /// Those that this test has started.
  private Stream<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(it -> !before.contains(it));
  }

  @Test
  void callingItOffEndsTheOtherProcess() throws Exception {
    FutureTask<String> working = begun(new RunsApart(1, MUCH));
    assertThat(children()).hasSize(1);

    assertThat(working.cancel(true)).isTrue();

    await().until(() -> children().findAny().isEmpty());
  }

  @Test
  void thatItWasKilledIsSaid() throws Exception {
    FutureTask<String> working = begun(new RunsApart(1, MUCH));
    children().forEach(ProcessHandle::destroyForcibly);

    assertThat(working.get(60, TimeUnit.SECONDS))
        .isEqualTo(
            "The process that made the runs was killed, perhaps by the system for want of memory");
  }

  @Test
  void theOtherProcessEndsWithThisOne() throws Exception {
    Process process =
        new ProcessBuilder(new RunsApart(1, MUCH).command(endless(), 100_000)).start();
    try {
      assertThat(process.inputReader().readLine()).startsWith("{\"t_last\":");
      // As the system does when this process ends.
      process.outputWriter().close();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }
}
