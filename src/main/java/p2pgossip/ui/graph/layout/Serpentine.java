package p2pgossip.ui.graph.layout;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

/// A path that winds through a pane in rows, so that a long, thin graph, such as a chain, fills it.
///
/// @param rows the number of straight rows
/// @param row the length of each
/// @param gap from row to row; half circles lead from each row to the next
record Serpentine(int rows, double row, double gap) {

  /// In graph units. Rows that are closer look as if they were linked.
  private static final double NARROWEST_GAP = 2.5;

  /// The gap is at least this many times the breadth of the graph, so that no row touches another.
  private static final double GAP_TO_BREADTH = 2.5;

  /// A graph that would gain less stays straight, which is easier to follow.
  private static final double LEAST_GAIN = 1.5;

  private static final int MOST_ROWS = 25;

  /// The same places along such a path; empty if that would not show them much larger.
  ///
  /// @param places longer in x than in y, or the other way round if `aspect` is below 1
  /// @param aspect how much wider than high the pane is
  static Optional<Place[]> fold(Place[] places, double aspect) {
    return aspect < 1
        ? foldWide(turned(places), 1 / aspect).map(Serpentine::turned)
        : foldWide(places, aspect);
  }

  private static Optional<Place[]> foldWide(Place[] places, double aspect) {
    DoubleSummaryStatistics along = statistics(places, Place::x);
    DoubleSummaryStatistics across = statistics(places, Place::y);
    double middle = (across.getMax() + across.getMin()) / 2;
    return through(along.getMax() - along.getMin(), across.getMax() - across.getMin(), aspect)
        .map(
            way ->
                Arrays.stream(places)
                    .map(place -> way.at(place.x() - along.getMin(), place.y() - middle))
                    .toArray(Place[]::new));
  }

  private static Place[] turned(Place[] places) {
    return Arrays.stream(places)
        .map(place -> new Place(place.y(), place.x()))
        .toArray(Place[]::new);
  }

  private static DoubleSummaryStatistics statistics(Place[] places, ToDoubleFunction<Place> of) {
    return Arrays.stream(places).mapToDouble(of).summaryStatistics();
  }

  /// The path with the most rows of all that fill the pane and leave room between the rows.
  private static Optional<Serpentine> through(double length, double breadth, double aspect) {
    double narrowest = Math.max(NARROWEST_GAP, GAP_TO_BREADTH * breadth);
    Optional<Serpentine> best = Optional.empty();
    for (int rows = 2; rows <= MOST_ROWS; rows++) {
      // The width, row + ends * gap, is `aspect` times the height, (rows - 1) * gap + breadth, and
      // length = rows * row + (rows - 1) * pi / 2 * gap. Two rows have a turn at one end only.
      double ends = rows == 2 ? 0.5 : 1;
      double turns = (rows - 1) * Math.PI / (2 * rows);
      double gap = (length / rows - aspect * breadth) / (aspect * (rows - 1) + turns - ends);
      double row = length / rows - turns * gap;
      if (gap < narrowest) {
        break;
      }
      if (row >= 0 && length >= LEAST_GAIN * (row + ends * gap + breadth)) {
        best = Optional.of(new Serpentine(rows, row, gap));
      }
    }
    return best;
  }

  /// @param along the distance from the start, along the path
  /// @param aside the distance from the path, to the left
  private Place at(double along, double aside) {
    double turn = Math.PI / 2 * gap;
    int index = Math.clamp((int) (along / (row + turn)), 0, rows - 1);
    double onRow = along - index * (row + turn);
    int direction = index % 2 == 0 ? 1 : -1;
    double height = (rows - 1) * gap;
    double y = height / 2 - index * gap;
    if (onRow <= row || index == rows - 1) {
      return new Place(direction * (onRow - row / 2), y + direction * aside);
    }
    double angle = (onRow - row) / (gap / 2);
    double radius = gap / 2 + direction * aside;
    return new Place(
        direction * (row / 2 + radius * Math.sin(angle)), y - gap / 2 + radius * Math.cos(angle));
  }
}
