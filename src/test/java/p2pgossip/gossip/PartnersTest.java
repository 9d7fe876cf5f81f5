package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnersTest {

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 1", "2, 3", "5, 2", "7, 7", "60, 20", "1000, 100"})
  void partnersAreTheFirstOfAShuffledPack(int size, int fanout) {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SplittableRandom same = new SplittableRandom(seed);
      List<Integer> pack = new ArrayList<>(IntStream.range(0, size).boxed().toList());
      int count = Math.min(fanout, size);
      for (int i = 0; i < count; i++) {
        Collections.swap(pack, i, same.nextInt(i, size));
      }

      assertThat(new Partners().choose(random, size, fanout))
          .containsExactly(pack.subList(0, count).toArray(Integer[]::new));
      assertThat(random.nextLong()).isEqualTo(same.nextLong());
    }
  }
}
