package p2pgossip.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 ms",
    "0.0042, 4.2 ms",
    "0.38, 380 ms",
    "0.9996, 1.00 s",
    "1.25, 1.25 s",
    "9.996, 10.0 s",
    "12.5, 12.5 s",
    "119.96, 2 min 0 s",
    "200, 3 min 20 s",
    "7322, 2 h 2 min",
    "-0.38, -380 ms"
  })
  void writesTimesInThreeFigures(double seconds, String words) {
    assertThat(Wording.duration(Duration.ofNanos(Math.round(seconds * 1e9)))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"-5, now", "0, now", "12, 12 s", "60, 1 min", "7199, 1 h", "90000, 1 d"})
  void writesAgesInOneUnit(long seconds, String words) {
    assertThat(Wording.age(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1.004, 1.00", "2.5, 2.50", "1234.5, '1,234.50'", "NaN, –"})
  void writesWhatIsNotANumberAsADash(double value, String words) {
    assertThat(Wording.decimal(value)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 0.1, 0.25, 250 ms",
    "2, 0.5, 1.5, 1.5 s",
    "2, 1, 0, 0 s",
    "600, 120, 240, 4 min",
    "36000, 7200, 7200, 2 h"
  })
  void labelsAnAxisInTheUnitThatSuitsIt(double span, double step, double time, String label) {
    assertThat(TimeAxis.of(span).label(time, step)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "Psst, 10, Psst",
    "A rather long one, 8, A rathe…",
    "A rather, 3, A…",
    "'a\nb', 9, a"
  })
  void shortensATextToOneLine(String text, int most, String line) {
    assertThat(Wording.line(text.replace("\\n", "\n"), most)).isEqualTo(line);
  }
}
