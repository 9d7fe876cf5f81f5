package p2pgossip.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.RepeatedRuns;

class RepetitionsTest {

  private static final PopulationPlan PLAN =
      new PopulationPlan(
          Neighbors.complete(50),
          new Spreading(Strategy.PUSH, 1, Interest.NEVER_LOST, Copy.MOST_HOPS));

  /// Which is ended early counts as whole runs, in their order.
  @ParameterizedTest
  @CsvSource({"1, 5", "1, 200", "3, 500"})
  void whatIsEndedEarlyHasTheFiguresOfTheFirstRuns(int threads, int enough) throws Exception {
    AtomicBoolean ending = new AtomicBoolean();
    int[] told = {0};
    RepeatedRuns early =
        Repetitions.onArrays(
            PLAN, 7, 100_000, threads, _ -> ending.set(++told[0] >= enough), ending::get);

    assertThat(early.runs()).isBetween(enough, 99_999);
    assertThat(early).isEqualTo(Repetitions.onArrays(PLAN, 7, early.runs(), 1));
  }

  @Test
  void whatIsEndedAtOnceHasNoRun() throws Exception {
    assertThat(Repetitions.onArrays(PLAN, 7, 10, 2, _ -> {}, () -> true).runs()).isZero();
  }
}
