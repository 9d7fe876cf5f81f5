package p2pgossip.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.rng.core.source32.Philox4x32;
import org.junit.jupiter.api.Test;

class PhiloxTest {

  /// The four numbers of another implementation, which adds one to the first counter beforehand.
  static int[] expected(int key, int otherKey, int first, int second, int third, int fourth) {
    long before = (first & 0xFFFF_FFFFL | (long) second << 32) - 1;
    int[] state = {key, otherKey, (int) before, (int) (before >>> 32), third, fourth};
    Philox4x32 other = new Philox4x32(state);
    return new int[] {other.next(), other.next(), other.next(), other.next()};
  }

  @Test
  void numbersAreThoseOfAnotherImplementation() {
    SplittableRandom random = new SplittableRandom(1);
    int[] numbers = new int[4];
    for (int trial = 0; trial < 10_000; trial++) {
      // With 1 or more in the second counter, so that nothing is borrowed from the third.
      int[] in = random.ints(6, 1, Integer.MAX_VALUE).toArray();
      Philox.write(in[0], -in[1], in[2], in[3], -in[4], in[5], numbers, 0);

      assertThat(numbers).isEqualTo(expected(in[0], -in[1], in[2], in[3], -in[4], in[5]));
    }
  }

  @Test
  void numbersAreThoseThatItsAuthorsPublish() {
    int[] numbers = new int[4];
    Philox.write(0, 0, 0, 0, 0, 0, numbers, 0);

    assertThat(numbers).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);

    Philox.write(-1, -1, -1, -1, -1, -1, numbers, 0);

    assertThat(numbers).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);

    Philox.write(
        0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, numbers, 0);

    assertThat(numbers).containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @Test
  void aBatchMakesTheNumbersThatAreMadeOneByOne() {
    SplittableRandom random = new SplittableRandom(2);
    PhiloxBatch batch = new PhiloxBatch();
    int blocks = PhiloxBatch.BLOCKS;
    int[] one = new int[4];
    for (int trial = 0; trial < 20; trial++) {
      int[] in = random.ints(6).toArray();
      batch.write(in[0], in[1], in[2], in[3], in[4], in[5]);

      for (int block = 0; block < blocks; block++) {
        Philox.write(in[0], in[1], in[2], in[3] + block, in[4], in[5], one, 0);
        int[] numbers = batch.numbers();
        int[] same = {
          numbers[block],
          numbers[blocks + block],
          numbers[2 * blocks + block],
          numbers[3 * blocks + block]
        };
        assertThat(same).isEqualTo(one);
      }
    }
  }
}
