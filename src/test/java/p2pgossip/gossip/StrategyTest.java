package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Strategy.Carried;

class StrategyTest {

  @ParameterizedTest
  @CsvSource({
    "direct, false, false, BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD",
    "flood, false, false, UNTIL_PASSED_ON",
    "gossip1, false, false, UNTIL_PASSED_ON",
    "push, true, true, UNTIL_NO_LONGER_SPREAD",
    "pull, true, true, UNTIL_NO_LONGER_SPREAD",
    "push-pull, true, true, UNTIL_NO_LONGER_SPREAD",
    "anti-entropy, true, false, WHILE_ANYBODY_LACKS_IT"
  })
  void aStrategySaysWhichSettingsItUsesAndWhenARumourIsOver(
      String label, boolean periodic, boolean losesInterest, Carried carried) {
    Strategy strategy = Strategy.labelled(label);

    assertThat(strategy.isPeriodic()).isEqualTo(periodic);
    assertThat(strategy.losesInterest()).isEqualTo(losesInterest);
    assertThat(strategy.carried()).isEqualTo(carried);
  }

  @Test
  void noTwoHaveTheSameLabelWordsOrSpreader() {
    assertThat(Strategy.values()).extracting(Strategy::label).doesNotHaveDuplicates();
    assertThat(Strategy.values()).extracting(Strategy::words).doesNotHaveDuplicates();
    assertThat(Strategy.values()).extracting(Strategy::spreader).doesNotHaveDuplicates();
  }

  @Test
  void whatStandsInForAStrategyIsKnownToVersionOne() {
    assertThat(Strategy.values())
        .extracting(Strategy::standIn)
        .extracting(Strategy::label)
        .isSubsetOf("direct", "flood", "push", "pull", "push-pull", "anti-entropy");
  }

  @Test
  void allStrategiesAreListedInHelpAndErrors() {
    assertThat(Strategy.labels("or"))
        .isEqualTo("direct, flood, gossip1, push, pull, push-pull or anti-entropy");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Strategy.labelled("shout"))
        .withMessage(
            "there is no strategy \"shout\";"
                + " there are direct, flood, gossip1, push, pull, push-pull and anti-entropy");
  }
}
