package p2pgossip.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.population.KeyedRandom.Purpose;

class KeyedRandomTest {

  private static final int RUN = 3;
  private static final int ROUND = 12;
  private static final long SEED = 0x0123_4567_89AB_CDEFL;

  private static int[] draws(KeyedRandom random, int run, int round, int peer, int count) {
    random.turnTo(run, round, peer);
    int[] draws = new int[count];
    Arrays.setAll(draws, _ -> random.nextInt());
    return draws;
  }

  /// Counters of the other generator are the draw, the four peers, the round and the run.
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 1_000_003})
  void eachPeerHasItsPartOfThePhiloxNumbers(int peer) {
    KeyedRandom random = new KeyedRandom(SEED, Purpose.CHOICES);
    int[] draws = draws(random, RUN, ROUND, peer, 40);

    for (int draw = 0; draw < draws.length; draw++) {
      int[] numbers = PhiloxTest.expected(0x89AB_CDEF, 0x0123_4567, draw, peer / 4, ROUND, RUN);
      assertThat(draws[draw]).isEqualTo(numbers[peer % 4]);
    }
  }

  @Test
  void drawsDoNotDependOnWhoWasLookedAtBefore() {
    KeyedRandom inOrder = new KeyedRandom(SEED, Purpose.LOSS);
    KeyedRandom backwards = new KeyedRandom(SEED, Purpose.LOSS);
    List<int[]> expected = new ArrayList<>();
    for (int peer = 0; peer < 30; peer++) {
      expected.add(draws(inOrder, 1, 2, peer, 1 + peer));
    }
    for (int peer = 29; peer >= 0; peer--) {
      assertThat(draws(backwards, 1, 2, peer, 1 + peer)).isEqualTo(expected.get(peer));
    }
  }

  @Test
  void otherSeedsRunsRoundsPeersAndPurposesHaveOtherNumbers() {
    Set<Long> all = new HashSet<>();
    int count = 0;
    for (long seed : new long[] {1, 2, 1L << 32, 1L << 63}) {
      for (Purpose purpose : Purpose.values()) {
        KeyedRandom random = new KeyedRandom(seed, purpose);
        for (int run = 0; run < 5; run++) {
          for (int round = 0; round < 5; round++) {
            for (int peer = 0; peer < 9; peer++) {
              random.turnTo(run, round, peer);
              for (int draw = 0; draw < 20; draw++) {
                all.add(random.nextLong());
                count++;
              }
            }
          }
        }
      }
    }

    assertThat(all).hasSize(count);
  }

  @Test
  void aDrawCanBeSkippedTo() {
    KeyedRandom random = new KeyedRandom(SEED, Purpose.LOSS);
    int[] draws = draws(random, 0, 1, 2, 30);
    for (int draw : new int[] {29, 3, 16, 0}) {
      random.turnTo(0, 1, 2);
      random.skipTo(draw);

      assertThat(random.nextInt()).isEqualTo(draws[draw]);
    }
  }

  /// Pearson's test, with a chance of one in a million to fail for a right generator.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 97})
  void boundedNumbersAreEquallyLikely(int bound) {
    KeyedRandom random = new KeyedRandom(SEED, Purpose.CHOICES);
    int[] counts = new int[bound];
    int draws = 1_000 * bound;
    for (int peer = 0; peer < draws; peer++) {
      random.turnTo(0, 1, peer);
      counts[random.nextInt(bound)]++;
    }
    double squares =
        Arrays.stream(counts).mapToDouble(count -> (count - 1_000.0) * (count - 1_000)).sum()
            / 1_000;
    double free = bound - 1.0;
    // Wilson and Hilferty's approximation of the quantile.
    double cube = 1 - 2 / (9 * free) + 4.75 * Math.sqrt(2 / (9 * free));

    assertThat(squares).isLessThan(free * cube * cube * cube);
  }

  @Test
  void boundsThatLeaveNoNumberAreRefused() {
    KeyedRandom random = new KeyedRandom(SEED, Purpose.CHOICES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> random.nextInt(0))
        .withMessage("a bound of 0 is not positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> random.nextInt(3, 3))
        .withMessage("there is no number from 3 to below 3");
  }
}
