package p2pgossip.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Mark;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.draw.Box;

class MarkPlacementTest {

  private static final double END = 6;

  /// As wide as most letters in the font of the charts.
  private static double textWidth(String text) {
    return text.length() * 7.0;
  }

  /// The curve of a spread: it rises at these seconds, by the same each time, to 100.
  private static Series curve(SeriesLook look, double... seconds) {
    double[] xs = new double[seconds.length + 2];
    double[] ys = new double[xs.length];
    for (int i = 0; i < seconds.length; i++) {
      xs[i + 1] = seconds[i];
      ys[i + 1] = 100.0 * (i + 1) / seconds.length;
    }
    xs[xs.length - 1] = END;
    ys[xs.length - 1] = 100;
    return new Series(look.name(), look, xs, ys, Series.Shape.STEPS);
  }

  private static Mark mark(String text, Series series, double level) {
    for (int i = 0; i < series.xs().length; i++) {
      if (series.ys()[i] >= level) {
        return new Mark(series.xs()[i], series.ys()[i], text, series.look());
      }
    }
    throw new IllegalArgumentException("it never reaches " + level);
  }

  private static Chart chart(List<Series> series) {
    Series first = series.getFirst();
    return new Chart(
        new Axis(END, Unit.TIME, ""),
        new Axis(100, Unit.PERCENT, ""),
        series,
        List.of(mark("t50 2.66 s", first, 50), mark("t99 5.40 s", first, 99)),
        "");
  }

  private static PlotFrame frame(Chart chart, double width, double height) {
    return PlotFrame.of(chart, width, height, MarkPlacementTest::textWidth);
  }

  private static List<Box> boxes(Chart chart, PlotFrame frame) {
    return MarkPlacement.of(chart, frame, MarkPlacementTest::textWidth);
  }

  /// The curve as a series of pixels, none farther from the next than a third of one.
  private static boolean isOn(Series series, PlotFrame frame, Box box) {
    double last = Double.NaN;
    for (double x = box.x(); x <= box.x() + box.width(); x += 0.3) {
      double y = frame.up().pixel(series.at(frame.across().number(x)));
      double top = Double.isNaN(last) ? y : Math.min(last, y);
      double bottom = Double.isNaN(last) ? y : Math.max(last, y);
      if (top < box.y() + box.height() && bottom > box.y()) {
        return true;
      }
      last = y;
    }
    return false;
  }

  private static void assertInsideAndApart(List<Box> boxes, PlotFrame frame) {
    assertThat(boxes).hasSize(2);
    assertThat(boxes.getFirst().overlaps(boxes.getLast())).as("%s", boxes).isFalse();
    assertThat(boxes)
        .allMatch(
            box ->
                box.x() >= frame.left()
                    && box.x() + box.width() <= frame.right()
                    && box.y() >= frame.top()
                    && box.y() + box.height() <= frame.bottom());
  }

  @Test
  void standsUnderACurveThatIsAlone() {
    Chart chart = chart(List.of(curve(SeriesLook.FIRST, 1, 2, 3, 4, 5)));
    PlotFrame frame = frame(chart, 520, 170);
    List<Box> boxes = boxes(chart, frame);

    assertInsideAndApart(boxes, frame);
    assertThat(boxes).noneMatch(box -> isOn(chart.series().getFirst(), frame, box));
    assertThat(boxes.getFirst().y()).isGreaterThan(frame.up().pixel(60));
  }

  @Test
  void keepsOffEachOtherWhereBothTimesAreTheSame() {
    for (double second : new double[] {0.01, 0.2, 3, 5.9}) {
      Chart chart = chart(List.of(curve(SeriesLook.FIRST, second, second + 0.01)));
      for (double width = 260; width < 900; width += 40) {
        PlotFrame frame = frame(chart, width, 170);
        assertInsideAndApart(boxes(chart, frame), frame);
      }
    }
  }

  @Test
  void keepsOffTheOtherCurveWhereThereIsRoomBeside() {
    Series first = curve(SeriesLook.FIRST, 0.5, 1.5, 2.5, 3.5, 4.5, 5.4);
    Series second = curve(SeriesLook.SECOND, 0.8, 1.8, 3.1, 4.1, 4.9, 5.8);
    Chart chart = chart(List.of(first, second));
    PlotFrame frame = frame(chart, 560, 170);
    List<Box> boxes = boxes(chart, frame);

    assertInsideAndApart(boxes, frame);
    assertThat(boxes).noneMatch(box -> isOn(first, frame, box) || isOn(second, frame, box));
  }

  @Test
  void keepsOffAllCurvesOfWhateverShapeWhereTheyAreTwo() {
    Random random = new Random(1);
    List<String> touched = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      Series first = curve(SeriesLook.FIRST, random.doubles(24, 0, 5.4).sorted().toArray());
      Series second = curve(SeriesLook.SECOND, random.doubles(24, 0, 5.4).sorted().toArray());
      Chart chart = chart(List.of(first, second));
      PlotFrame frame = frame(chart, 560, 170);
      List<Box> boxes = boxes(chart, frame);
      assertInsideAndApart(boxes, frame);
      for (Box box : boxes) {
        if (isOn(first, frame, box) || isOn(second, frame, box)) {
          touched.add(round + ": " + box);
        }
      }
    }

    assertThat(touched).isEmpty();
  }
}
