package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestRuleTest {

  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @CsvSource({
    "NEVER, UNNECESSARY, 2, false, 2",
    "NEVER, ALL, 2, true, 2",
    "COUNTER, UNNECESSARY, 0, false, 1",
    "COUNTER, UNNECESSARY, 2, false, -1",
    "COUNTER, UNNECESSARY, 2, true, 0",
    "COUNTER, ALL, 1, true, 2",
    "COUNTER, ALL, 2, true, -1",
    "COIN, UNNECESSARY, 0, true, 0"
  })
  void contactsAreCountedByTheVariant(
      Interest.End end, Interest.Contacts heeds, int counted, boolean useful, int after) {
    assertThat(new Interest(end, heeds, 3).after(counted, useful, random)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({"UNNECESSARY, false", "ALL, true", "ALL, false"})
  void aCoinEndsOneOfKContacts(Interest.Contacts heeds, boolean useful) {
    Interest interest = new Interest(Interest.End.COIN, heeds, 4);

    long lost =
        IntStream.range(0, 10_000)
            .filter(_ -> interest.after(0, useful, random) == Interest.LOST)
            .count();

    // Three standard errors of a share of 0.25 in 10,000.
    assertThat(lost / 10_000.0).isEqualTo(0.25, within(3 * 0.00433));
  }
}
