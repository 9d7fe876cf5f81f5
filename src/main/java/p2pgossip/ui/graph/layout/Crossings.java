package p2pgossip.ui.graph.layout;

import java.util.ArrayList;
import java.util.List;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

/// Counts the pairs of links that cross. A graph with fewer crossings is easier to read.
final class Crossings {

  private Crossings() {}

  /// @param neighbors the neighbours of each node, by their indices
  static int count(int[][] neighbors, List<Place> places) {
    List<int[]> links = new ArrayList<>();
    for (int from = 0; from < neighbors.length; from++) {
      for (int to : neighbors[from]) {
        if (from < to) {
          links.add(new int[] {from, to});
        }
      }
    }
    int crossings = 0;
    for (int i = 0; i < links.size(); i++) {
      for (int j = 0; j < i; j++) {
        crossings += cross(links.get(i), links.get(j), places) ? 1 : 0;
      }
    }
    return crossings;
  }

  private static boolean cross(int[] one, int[] other, List<Place> places) {
    if (one[0] == other[0] || one[0] == other[1] || one[1] == other[0] || one[1] == other[1]) {
      return false;
    }
    Place a = places.get(one[0]);
    Place b = places.get(one[1]);
    Place c = places.get(other[0]);
    Place d = places.get(other[1]);
    return isLeft(a, b, c) != isLeft(a, b, d) && isLeft(c, d, a) != isLeft(c, d, b);
  }

  private static boolean isLeft(Place from, Place to, Place point) {
    return (to.x() - from.x()) * (point.y() - from.y())
        > (to.y() - from.y()) * (point.x() - from.x());
  }
}
