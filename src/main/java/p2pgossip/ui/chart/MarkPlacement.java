package p2pgossip.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import p2pgossip.ui.draw.Box;

/// Finds room for the words of a chart's marks: clear of one another and of the dots, clear of the
/// curves if there is room, and as near to their dots as that allows. Made for one drawing. All
/// figures are pixels.
final class MarkPlacement {

  static final double HEIGHT = 16;
  static final double DOT_RADIUS = 4.5;

  private static final double PADDING = 2;

  /// From a dot, and from a curve beside.
  private static final double GAP = 7;

  private static final double CURVE_GAP = 3;

  /// How far up and down from its dot a text may stand, and how far its places are apart.
  private static final double REACH = 72;

  private static final double PITCH = 4;

  /// How much nearer a place above or to the left has to be to be chosen: there is room under a
  /// rising curve, and a text that stays on one side while the curve grows is easier to read.
  private static final double ELSEWHERE = 14;

  private static final double ON_CURVE = 12;
  private static final double ON_OTHERS = 1_000;

  private final PlotFrame frame;
  private final ToDoubleFunction<String> textWidth;
  private final List<Chart.Mark> worded;

  /// Those of the worded marks first, then those of the others.
  private final List<Box> dots = new ArrayList<>();

  /// The heights of each curve, in each column of pixels from the left of the frame on; not a
  /// number where it has none.
  private final List<double[]> curves = new ArrayList<>();

  private MarkPlacement(Chart chart, PlotFrame frame, ToDoubleFunction<String> textWidth) {
    this.frame = frame;
    this.textWidth = textWidth;
    worded = chart.worded();
    worded.forEach(mark -> dots.add(dot(mark)));
    chart.marks().stream().filter(mark -> !mark.isWorded()).map(this::dot).forEach(dots::add);
    int columns = 1 + (int) Math.max(0, frame.right() - frame.left());
    for (Series series : chart.series()) {
      double[] heights = new double[columns];
      for (int column = 0; column < columns; column++) {
        double value = series.at(frame.across().number(frame.left() + column));
        heights[column] = frame.up().pixel(value);
      }
      curves.add(heights);
    }
  }

  private Box dot(Chart.Mark mark) {
    double x = frame.across().pixel(mark.x());
    double y = frame.up().pixel(mark.y());
    return Box.around(x, y, DOT_RADIUS + 1);
  }

  /// Where the text begins in a box.
  static double textX(Box box) {
    return box.x() + PADDING;
  }

  /// One box for each of the chart's worded marks, in their order.
  ///
  /// @param textWidth pixels that a text takes
  static List<Box> of(Chart chart, PlotFrame frame, ToDoubleFunction<String> textWidth) {
    if (chart.worded().isEmpty()) {
      return List.of();
    }
    MarkPlacement placement = new MarkPlacement(chart, frame, textWidth);
    // The second of two gives way to the first: the better of both orders is taken.
    Placed forward = placement.place(false);
    Placed backward = placement.place(true);
    return backward.cost() < forward.cost() ? backward.boxes() : forward.boxes();
  }

  private record Placed(List<Box> boxes, double cost) {}

  private Placed place(boolean backward) {
    int count = worded.size();
    Box[] boxes = new Box[count];
    List<Box> taken = new ArrayList<>();
    double cost = 0;
    for (int i = 0; i < count; i++) {
      int mark = backward ? count - 1 - i : i;
      Box best = null;
      double least = Double.POSITIVE_INFINITY;
      for (Box place : places(mark)) {
        double its = cost(place, mark, taken);
        if (its < least) {
          least = its;
          best = place;
        }
      }
      if (best == null) {
        throw new IllegalStateException("a mark has no place");
      }
      boxes[mark] = best;
      taken.add(best);
      cost += least;
    }
    return new Placed(List.of(boxes), cost);
  }

  /// To the right of the dot, over or under it, and to the left; each at several heights.
  private List<Box> places(int mark) {
    Box dot = dots.get(mark);
    double width = textWidth.applyAsDouble(worded.get(mark).text()) + 2 * PADDING;
    double beside = DOT_RADIUS + GAP - PADDING;
    double rightmost = Math.max(frame.left(), frame.right() - width);
    double lowest = Math.max(frame.top(), frame.bottom() - HEIGHT);
    List<Box> places = new ArrayList<>();
    for (double left :
        new double[] {
          dot.middleX() + beside, dot.middleX() - width / 2, dot.middleX() - beside - width
        }) {
      for (double off = -REACH; off <= REACH; off += PITCH) {
        places.add(
            new Box(
                Math.clamp(left, frame.left(), rightmost),
                Math.clamp(dot.middleY() + off - HEIGHT / 2, frame.top(), lowest),
                width,
                HEIGHT));
      }
    }
    return places;
  }

  private double cost(Box place, int mark, List<Box> taken) {
    double cost = 0;
    for (Box other : taken) {
      cost += place.overlaps(other) ? ON_OTHERS : 0;
    }
    for (Box dot : dots) {
      cost += place.overlaps(dot) ? ON_OTHERS : 0;
    }
    for (double[] heights : curves) {
      cost += ON_CURVE * columnsOn(heights, place);
    }
    return cost + wayTo(place, dots.get(mark));
  }

  /// How many columns of the place a curve goes through, or comes too near to.
  private int columnsOn(double[] heights, Box place) {
    int from = Math.max(0, (int) Math.floor(place.x() - CURVE_GAP - frame.left()));
    int to =
        Math.min(heights.length - 1, (int) Math.ceil(place.right() + CURVE_GAP - frame.left()));
    double top = place.y() - CURVE_GAP;
    double bottom = place.bottom() + CURVE_GAP;
    int columns = 0;
    for (int column = from; column <= to; column++) {
      // From one column to the next it may go straight up.
      double one = heights[Math.max(0, column - 1)];
      double other = heights[column];
      double high = Double.isNaN(one) ? other : Math.min(one, other);
      double low = Double.isNaN(one) ? other : Math.max(one, other);
      if (high < bottom && low > top) {
        columns++;
      }
    }
    return columns;
  }

  private static double wayTo(Box place, Box dot) {
    double x = dot.middleX();
    double y = dot.middleY();
    double across = Math.max(0, Math.max(place.x() - x, x - place.right()));
    double up = y - place.bottom();
    double down = place.y() - y;
    double way = Math.hypot(across, Math.max(0, Math.max(up, down)));
    return way + (up > 0 ? ELSEWHERE : 0) + (place.right() < x ? ELSEWHERE : 0);
  }
}
