package p2pgossip.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Parameter;

class AxisTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FANOUT | 1 to 4 | 1,2,3,4",
        "FANOUT | 1, 2, 8 | 1,2,8",
        "FANOUT | 1 to 3, 10 | 1,2,3,10",
        "PEERS | 1e2 to 1e4 times 10 | 100,1000,10000",
        "LOSS | 0 to 20 step 10 | 0,0.1,0.2",
        "CRASH | 2.5 | 0.025",
        "STRATEGY | push,  push-pull | push,push-pull",
        "TOPOLOGY | ring, random:4 | ring,random:4"
      })
  void readsValuesAndRanges(Parameter parameter, String text, String values) {
    assertThat(AxisText.parse(parameter, text).values()).containsExactly(values.split(","));
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void whatItProposesCanBeReadAndIsWrittenLikeThat(Parameter parameter) {
    Axis axis = AxisText.parse(parameter, AxisText.usual(parameter));

    assertThat(AxisText.of(axis)).isEqualTo(AxisText.usual(parameter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FANOUT | '' | name some values, such as 1 to 10",
        "FANOUT | 1,,2 | there is a comma without a value beside it",
        "FANOUT | many | \"many\" is neither a number nor a range, such as 1 to 10",
        "FANOUT | 1 to 9 step 0 | the step of fanout must be above 0",
        "FANOUT | 9 to 1 | \"9 to 1\" leads nowhere; begin with the smaller number",
        "FANOUT | 1, 1 | fanout has a value twice",
        "PEERS | 1 to 1e6 | peers must have 1 to 10000 values, not 10001",
        "PEERS | 1e999999999 | is neither a number nor a range",
        "STRATEGY | shove | shove"
      })
  void saysWhatIsWrong(Parameter parameter, String text, String words) {
    assertThatThrownBy(() -> AxisText.parse(parameter, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void aTextWithoutEndIsRefused() {
    assertThatThrownBy(() -> AxisText.parse(Parameter.FANOUT, "1,".repeat(2_000)))
        .hasMessage("the values take 4000 characters; 2000 are allowed");
  }
}
