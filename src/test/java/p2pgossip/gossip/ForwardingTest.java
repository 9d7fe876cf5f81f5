package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {

  @ParameterizedTest
  @CsvSource({
    "0.7:1, 0.7, 1, 0.7:1",
    "0.65, 0.65, 1, 0.65:1",
    ".5:4, 0.5, 4, 0.5:4",
    "1:0, 1, 0, 1:0",
    "0:100, 0, 100, 0:100",
    "0.000001, 0.000001, 1, 0.000001:1",
    "' 0.720:4 ', 0.72, 4, 0.72:4"
  })
  void isOneWord(String typed, double probability, int hops, String label) {
    Forwarding forwarding = Forwarding.parse(typed);

    assertThat(forwarding).isEqualTo(new Forwarding(probability, hops));
    assertThat(forwarding.label()).isEqualTo(label);
    assertThat(Forwarding.parse(label)).isEqualTo(forwarding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "p", "1.1", "2", "-0.5", "0.7:", ":1", "0.7:-1", "0.7:1:1", "70%", "1e-3", "NaN"
      })
  void anythingElseIsRefusedWithWhatIsAllowed(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Forwarding.parse(typed))
        .withMessage(
            Quote.of(typed)
                + " is no forwarding; write a probability from 0 to 1, and after a colon the hops"
                + " over which all pass it on, from 0 to 100, such as 0.7:1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.000001, Double.NaN, Double.POSITIVE_INFINITY})
  void aProbabilityOutOfItsRangeIsRefused(double probability) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Forwarding(probability, 1))
        .withMessage("probability " + probability + " is not between 0 and 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void hopsOutOfTheirRangeAreRefused(int hops) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Forwarding(0.5, hops))
        .withMessage("flooded hops " + hops + " are not between 0 and 100");
  }

  @Test
  void aProbabilityIsRoundedSoThatItsLabelIsExact() {
    Forwarding third = new Forwarding(1 / 3.0, 2);

    assertThat(third.label()).isEqualTo("0.333333:2");
    assertThat(Forwarding.parse(third.label())).isEqualTo(third);
  }

  @Test
  void theDefaultIsThatOfTheFlagsHelp() {
    assertThat(Spreading.DEFAULT.forwarding().label()).isEqualTo("0.7:1");
  }

  @Test
  void theDefaultIsNotToldIfTheStrategyDoesNotUseIt() {
    Forwarding chosen = new Forwarding(0.5, 2);

    assertThat(Spreading.DEFAULT.toldForwarding()).isNull();
    assertThat(Spreading.DEFAULT.withForwarding(chosen).toldForwarding()).isEqualTo(chosen);
  }
}
