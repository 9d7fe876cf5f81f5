package p2pgossip.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodScaleTest {

  @ParameterizedTest
  @CsvSource({"0, PT0.1S", "1, PT1M", "-1, PT0.1S", "2, PT1M", "0.5, PT2.4S", "0.36, PT1S"})
  void readsAPeriodOffAPositionRoundedToTwoDigits(double position, Duration period) {
    assertThat(PeriodScale.periodAt(position)).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.1S", "PT0.25S", "PT1S", "PT5S", "PT12S", "PT60S"})
  void findsAPeriodAgainAtItsPosition(Duration period) {
    assertThat(PeriodScale.periodAt(PeriodScale.positionOf(period))).isEqualTo(period);
  }

  @Test
  void staysAtTheEndForWhatIsLongerThanTheScale() {
    assertThat(PeriodScale.positionOf(Duration.ofDays(1))).isEqualTo(1);
  }

  @Test
  void givesEachDoublingTheSameWay() {
    double slow =
        PeriodScale.positionOf(Duration.ofSeconds(20))
            - PeriodScale.positionOf(Duration.ofSeconds(10));
    double fast =
        PeriodScale.positionOf(Duration.ofMillis(200))
            - PeriodScale.positionOf(Duration.ofMillis(100));

    assertThat(slow).isEqualTo(fast, within(1e-9));
  }
}
