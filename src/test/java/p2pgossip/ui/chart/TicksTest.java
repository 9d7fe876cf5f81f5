package p2pgossip.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  @ParameterizedTest
  @CsvSource({
    "1, 10, 0.1",
    "1, 5, 0.2",
    "1, 4, 0.5",
    "1, 1, 1",
    "0.3, 3, 0.1",
    "7, 3, 5",
    "23, 5, 5",
    "24, 12, 2",
    "1.5e-4, 4, 5e-5",
    "9e5, 6, 2e5"
  })
  void takesTheSmallestRoundStepWithSoManyParts(double span, int parts, double step) {
    assertThat(Ticks.step(span, parts)).isCloseTo(step, within(step));
  }

  private static Offset<Double> within(double step) {
    return Offset.offset(step * 1e-9);
  }

  @Test
  void hasNeverMorePartsThanAsked() {
    for (double span = 0.001; span < 5_000; span *= 1.037) {
      for (int parts = 1; parts <= 12; parts++) {
        assertThat(span / Ticks.step(span, parts)).isLessThanOrEqualTo(parts + 1e-6);
      }
    }
  }

  @Test
  void goesFromTheFirstMultipleToTheLast() {
    assertThat(Ticks.between(0.05, 0.3, 0.1)).containsExactly(0.1, 0.2, 0.1 * 3);
    assertThat(Ticks.between(-2, 2, 1)).containsExactly(-2, -1, 0, 1, 2);
    assertThat(Ticks.between(3, 2, 1)).isEmpty();
  }

  @Test
  void givesNoMoreThanAScreenCanShow() {
    assertThat(Ticks.between(0, 1e9, 1)).hasSize(1_000);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "5, 0", "20, 0", "0.5, 1", "0.1, 1", "0.02, 2", "0.001, 3"})
  void knowsTheDigitsOfAStep(double step, int digits) {
    assertThat(Ticks.digits(step)).isEqualTo(digits);
  }
}
