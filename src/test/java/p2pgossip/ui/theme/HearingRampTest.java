package p2pgossip.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearingRampTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void growsLighterWithEveryStepAlsoWithoutRedOrGreen(boolean dark) {
    HearingRamp ramp = RolePalette.of(dark).ramp();

    for (Sight sight : Sight.values()) {
      for (int step = 1; step < HearingRamp.STEPS; step++) {
        assertThat(sight.lightness(ramp.color(step)))
            .as("step %d, %s", step, sight)
            .isGreaterThan(sight.lightness(ramp.color(step - 1)) + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyStepIsToldFromAHollowPeer(boolean dark) {
    RolePalette palette = RolePalette.of(dark);

    for (Sight sight : Sight.values()) {
      for (int step = 0; step < HearingRamp.STEPS; step++) {
        assertThat(sight.apart(palette.ramp().color(step), palette.background()))
            .as("step %d, %s", step, sight)
            .isGreaterThan(25);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void marksOnAStepStandOut(boolean dark) {
    HearingRamp ramp = RolePalette.of(dark).ramp();

    for (int step = 0; step < HearingRamp.STEPS; step++) {
      double one = light(ramp.over(step));
      double other = light(ramp.color(step));

      assertThat(Math.max(one, other) / Math.min(one, other))
          .as("step %d", step)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  /// As in the contrast of WCAG 2.2.
  private static double light(Color color) {
    double[] linear = Sight.FULL.linear(color);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05;
  }

  @Test
  void spreadsThePartsEvenlyOverItsSteps() {
    assertThat(HearingRamp.step(0)).isZero();
    assertThat(HearingRamp.step(0.5)).isEqualTo(8);
    assertThat(HearingRamp.step(1)).isEqualTo(HearingRamp.STEPS - 1);
    assertThat(HearingRamp.step(7)).isEqualTo(HearingRamp.STEPS - 1);
  }
}
