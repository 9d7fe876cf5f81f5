package p2pgossip.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.topology.Topology;

class PopulationRunTest {

  private static final long SEED = 20_261_128;

  /// More than the peers that one thread does at a time.
  private static final int PEERS = 140_000;

  private static Spreading spreading(Strategy strategy, Interest interest) {
    return new Spreading(strategy, 2, interest, Copy.MOST_HOPS);
  }

  private static long hash(PopulationPlan plan, int threads) throws InterruptedException {
    try (PopulationRun run = new PopulationRun(plan, SEED, threads)) {
      run.begin(7);
      run.toTheEnd();
      return run.hash();
    }
  }

  /// What is settled between threads: who told a peer first, who asked it, and who crashed.
  @ParameterizedTest
  @EnumSource
  void theResultIsTheSameForAnyNumberOfThreads(Strategy strategy) throws InterruptedException {
    Interest interest = new Interest(Interest.End.COIN, Interest.Contacts.UNNECESSARY, 2);
    PopulationPlan plan =
        new PopulationPlan(
                Neighbors.wired(Topology.parse("random:4"), PEERS, SEED),
                spreading(strategy, interest).withHopLimit(20))
            .withLoss(0.1)
            .withCrashes(new Crashes(0.1, 3));
    long alone = hash(plan, 1);

    assertThat(hash(plan, 3)).isEqualTo(alone);
  }

  @Test
  void anotherSeedAndAnotherRunAreAnotherSpread() throws InterruptedException {
    PopulationPlan plan =
        new PopulationPlan(
            Neighbors.complete(1_000), spreading(Strategy.PUSH, Interest.NEVER_LOST));
    try (PopulationRun run = new PopulationRun(plan, SEED);
        PopulationRun other = new PopulationRun(plan, SEED + 1)) {
      run.toTheEnd();
      other.toTheEnd();
      long first = run.hash();
      run.begin(1);
      run.toTheEnd();

      assertThat(Stream.of(first, other.hash(), run.hash()).distinct()).hasSize(3);
      run.begin(0);
      run.toTheEnd();
      assertThat(run.hash()).isEqualTo(first);
    }
  }

  /// THEORY: rounds are the eccentricity of the source, copies 2E - (n - 1) where no two cross.
  @Test
  void floodingTakesTheRoundsAndCopiesOfTheTheory() throws InterruptedException {
    List<List<Object>> seen =
        Stream.of("line", "tree:2", "ring", "grid", "complete")
            .map(PopulationRunTest::flooded)
            .toList();

    assertThat(seen)
        .containsExactly(
            List.of("line", 24, 24L),
            List.of("tree:2", 4, 24L),
            List.of("ring", 12, 26L),
            List.of("grid", 8, 56L),
            List.of("complete", 1, 576L));
  }

  private static List<Object> flooded(String topology) {
    PopulationPlan plan =
        new PopulationPlan(
            Neighbors.wired(Topology.parse(topology), 25, SEED),
            spreading(Strategy.FLOOD, Interest.NEVER_LOST));
    try (PopulationRun run = new PopulationRun(plan, SEED)) {
      run.toTheEnd();
      return List.of(topology, run.lastHeard(), run.copies());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRunEndsWhereNobodyElseCanHearIt() throws InterruptedException {
    PopulationPlan line =
        new PopulationPlan(
                Neighbors.wired(Topology.parse("line"), 10, SEED),
                spreading(Strategy.PUSH_PULL, Interest.NEVER_LOST))
            .withSource(3);
    try (PopulationRun limited =
            new PopulationRun(
                new PopulationPlan(
                    line.neighbors(), line.spreading().withHopLimit(2), 3, 0, Crashes.NONE),
                SEED);
        PopulationRun alone = new PopulationRun(line.withCrashes(new Crashes(1, 0)), SEED)) {
      limited.toTheEnd();
      alone.toTheEnd();

      assertThat(limited.informed()).isEqualTo(5);
      assertThat(alone.rounds()).isZero();
      assertThat(alone.living()).isEqualTo(1);
    }
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    PopulationPlan plan =
        new PopulationPlan(Neighbors.complete(5), spreading(Strategy.PUSH, Interest.NEVER_LOST));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withSource(5))
        .withMessage("there is no peer 5 among 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withLoss(1))
        .withMessage("loss 1.0 is not from 0 to below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crashes(1.5, 0))
        .withMessage("crashing share 1.5 is not between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crashes(0.5, -1))
        .withMessage("round -1 is before the first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Neighbors.complete(0))
        .withMessage("0 peers are too few; there must be one or more");
  }
}
