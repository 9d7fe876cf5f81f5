package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestLabelTest {

  @ParameterizedTest
  @ValueSource(strings = {"never", "counter:2", "coin:100", "blind-counter:1", "blind-coin:7"})
  void anInterestIsReadAsWhatItWasWrittenFor(String label) {
    assertThat(InterestLabel.of(InterestLabel.parse(label))).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coin:0|k of 0 is not between 1 and 100",
        "counter:101|k of 101 is not between 1 and 100",
        "counter:-1|there is no interest \"counter:-1\"; there are never, counter:2, coin:2,"
            + " blind-counter:2 and blind-coin:2, the number from 1 to 100"
      })
  void aBadInterestIsRefusedInWords(String label, String words) {
    assertThatThrownBy(() -> InterestLabel.parse(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }
}
