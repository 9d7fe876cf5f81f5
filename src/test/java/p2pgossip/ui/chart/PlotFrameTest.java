package p2pgossip.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Unit;

class PlotFrameTest {

  /// As wide as most digits in the font of the charts.
  private static double textWidth(String text) {
    return text.length() * 7.0;
  }

  private static PlotFrame frame(Axis across, Axis up, double width, double height) {
    Chart chart = new Chart(across, up, List.of(), List.of(), "");
    return PlotFrame.of(chart, width, height, PlotFrameTest::textWidth);
  }

  @Test
  void letsNoTwoNumbersMeetAtAnyWidth() {
    for (double width = 160; width < 1_600; width += 7) {
      for (double end : new double[] {0.004, 0.37, 1.9, 23, 250, 4_000}) {
        Axis across = new Axis(end, Unit.TIME, "");
        PlotFrame frame = frame(across, new Axis(100, Unit.PERCENT, ""), width, 200);
        double right = Double.NEGATIVE_INFINITY;
        for (double tick : frame.across().ticks()) {
          double half = textWidth(PlotFrame.label(across, frame.across(), tick)) / 2;
          assertThat(frame.across().pixel(tick) - half).isGreaterThan(right);
          right = frame.across().pixel(tick) + half;
        }
      }
    }
  }

  @Test
  void keepsTheHighestCountBelowTheTopLine() {
    for (long highest : new long[] {0, 1, 3, 7, 24, 101, 9_999}) {
      PlotFrame frame =
          frame(new Axis(5, Unit.PERIODS, ""), new Axis(highest, Unit.COUNT, ""), 300, 170);
      assertThat(frame.up().pixel(highest)).isGreaterThanOrEqualTo(frame.top());
      assertThat(frame.up().end()).isGreaterThanOrEqualTo(highest);
      assertThat(frame.up().step()).isEqualTo(Math.rint(frame.up().step()));
    }
  }

  @Test
  void givesEachPeriodAColumnOfItsOwn() {
    PlotFrame frame = frame(new Axis(4, Unit.PERIODS, ""), new Axis(10, Unit.COUNT, ""), 400, 170);
    double column = (frame.right() - frame.left()) / 5;

    assertThat(frame.across().pixel(0)).isCloseTo(frame.left() + column / 2, within());
    assertThat(frame.across().pixel(4)).isCloseTo(frame.right() - column / 2, within());
  }

  @Test
  void readsANumberBackFromItsPixel() {
    PlotScale scale = PlotScale.exact(40, 300, 7.3, 5);

    assertThat(scale.number(scale.pixel(2.9))).isCloseTo(2.9, within());
    assertThat(scale.pixel(0)).isEqualTo(40);
    assertThat(scale.pixel(7.3)).isEqualTo(300);
  }

  @Test
  void namesTheUnitOfTime() {
    Axis across = new Axis(0.5, Unit.TIME, "since it was told");
    PlotFrame frame = frame(across, new Axis(100, Unit.PERCENT, ""), 300, 170);

    assertThat(PlotFrame.title(across, frame.across())).isEqualTo("milliseconds since it was told");
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }
}
