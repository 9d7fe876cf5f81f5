package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.laboratory.SingleRun.RoundOutcome;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationRun;
import p2pgossip.population.PopulationSettings;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Ring;
import p2pgossip.topology.Topology;

class SingleRunTest {

  private static PopulationSettings settings(int peers, Topology topology, Crashes crashes) {
    return new PopulationSettings(
        peers,
        topology,
        new Spreading(Strategy.PUSH, 1, Interest.NEVER_LOST, Copy.MOST_HOPS),
        0,
        crashes,
        7);
  }

  /// Keeps what a run tells.
  private static final class Told implements SingleRun.Listener {

    private final CompletableFuture<HeardRounds> heard = new CompletableFuture<>();
    private final Recorder<RoundOutcome> outcomes = new Recorder<>();
    private final AwaitedEnd end = new AwaitedEnd();

    @Override
    public void wired(HeardRounds rounds) {
      heard.complete(rounds);
    }

    @Override
    public void advanced(RoundOutcome outcome) {
      outcomes.accept(outcome);
    }
  }

  @Test
  void tellsEveryRoundOfTheRunThatTheSeedGives() throws InterruptedException {
    PopulationSettings settings = settings(500, new Complete(), Crashes.NONE);
    Told told = new Told();
    SingleRun.begin(settings, told, told.end);

    assertThat(told.end.awaited()).isEqualTo("ended");
    try (PopulationRun same = new PopulationRun(settings.plan(), 7)) {
      same.toTheEnd();
      assertThat(told.outcomes.stream().mapToInt(RoundOutcome::informed))
          .containsExactly(Arrays.stream(same.curve()).boxed().toArray(Integer[]::new));
      assertThat(told.outcomes.all().getLast().copies()).isEqualTo(same.copies());
    }
  }

  @Test
  void knowsInWhichRoundEachPeerHeardIt() {
    PopulationSettings settings = settings(500, new Complete(), Crashes.NONE);
    Told told = new Told();
    SingleRun.begin(settings, told, told.end);
    told.end.awaited();

    HeardRounds heard = told.heard.join();
    assertThat(told.outcomes)
        .allSatisfy(
            outcome ->
                assertThat(
                        IntStream.range(0, 500)
                            .filter(peer -> heard.round(peer) <= outcome.round())
                            .count())
                    .isEqualTo(outcome.informed()));
  }

  @Test
  void tellsThoseThatCrashedFromThoseThatLackIt() {
    Told told = new Told();
    SingleRun.begin(settings(400, new Ring(), new Crashes(0.3, 0)), told, told.end);
    told.end.awaited();

    HeardRounds heard = told.heard.join();
    RoundOutcome last = told.outcomes.all().getLast();
    assertThat(IntStream.range(0, 400).filter(heard::isCrashed).count())
        .isEqualTo(400 - last.living());
    assertThat(IntStream.range(0, 400).filter(peer -> heard.round(peer) >= 0).count())
        .isEqualTo(last.informed());
  }

  @Test
  void standsStillWhilePausedAndCanBeCalledOff() {
    Told told = new Told();
    // A ring takes thousands of rounds.
    Work work = SingleRun.begin(settings(20_000, new Ring(), Crashes.NONE), told, told.end);
    await().until(() -> told.outcomes.size() > 3);
    work.setPaused(true);
    int[] before = {-1};
    // A round may be under way. From then on there are no more.
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              int now = told.outcomes.size();
              boolean still = now == before[0];
              before[0] = now;
              return still;
            });
    work.close();

    assertThat(told.end.awaited()).isEqualTo("called off");
    assertThat(told.outcomes.all().getLast().informed()).isLessThan(20_000);
  }

  @Test
  void saysWhatWouldFitWhereTheMemoryIsTooSmall() {
    PopulationSettings settings =
        new PopulationSettings(
            // More than any heap that a test has.
            100_000_000,
            new Complete(),
            new Spreading(Strategy.PULL, 100, Interest.NEVER_LOST, Copy.MOST_HOPS),
            0,
            Crashes.NONE,
            1);
    Told told = new Told();
    SingleRun.begin(settings, told, told.end);

    assertThat(told.end.awaited()).startsWith("100000000 peers take about ").contains(" would fit");
    assertThat(told.outcomes).isEmpty();
  }
}
