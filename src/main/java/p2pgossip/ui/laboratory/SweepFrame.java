package p2pgossip.ui.laboratory;

import java.util.function.ToDoubleFunction;
import p2pgossip.heatmap.HeatMapLayout;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.laboratory.SweepChart.Spot;
import p2pgossip.laboratory.SweepScale;

/// Where in a picture the places of a chart are, in pixels.
///
/// @param rows of words below the axis: two where they have no room beside one another
record SweepFrame(double left, double right, double top, double bottom, double width, int rows) {

  static final double ROW = 17;
  static final double GAP = 7;

  private static final double ABOVE = 9;
  private static final double BELOW = 24;
  private static final double ASIDE = 14;

  /// The words on the left take no more of the width than this.
  private static final double MOST_WORDS = 0.35;

  /// @param textWidth pixels that a text takes
  static SweepFrame of(
      SweepChart chart, double width, double height, ToDoubleFunction<String> textWidth) {
    if (chart instanceof SweepChart.Cells cells) {
      HeatMapLayout map = HeatMapLayout.of(cells.map(), width, height, textWidth);
      return new SweepFrame(map.left(), map.right(), map.top(), map.bottom(), width, 1);
    }
    double widest = 0;
    for (SweepScale.Tick tick : chart.up().ticks()) {
      widest = Math.max(widest, textWidth.applyAsDouble(tick.words()));
    }
    double left = Math.ceil(Math.min(widest, MOST_WORDS * width)) + GAP + 2;
    double right = Math.max(left + 1, width - ASIDE);
    int rows = isWords(chart.across()) && !fits(chart.across(), right - left, textWidth) ? 2 : 1;
    double bottom = Math.max(ABOVE + 1, height - BELOW - rows * ROW);
    return new SweepFrame(left, right, ABOVE, bottom, width, rows);
  }

  static boolean isWords(SweepScale scale) {
    return Double.isNaN(scale.low());
  }

  private static boolean fits(SweepScale words, double room, ToDoubleFunction<String> textWidth) {
    return words.ticks().stream()
        .allMatch(
            tick -> textWidth.applyAsDouble(tick.words()) + GAP <= room / words.ticks().size());
  }

  double x(double place) {
    return left + place * (right - left);
  }

  double y(double place) {
    return bottom - place * (bottom - top);
  }

  /// How far a spot is from a point of the picture.
  double distance(Spot spot, double x, double y) {
    return Math.hypot(x(spot.x()) - x, y(spot.y()) - y);
  }

  boolean contains(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }
}
