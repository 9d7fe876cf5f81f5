package p2pgossip.ui.graph.layout;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

/// Places all nodes of a graph at once, so that the distance between two of them tells how many
/// links lie between them. A ring comes out as a ring, where springs alone leave the tangle in
/// which the nodes were added.
///
/// The first step is classical scaling of the numbers of links between each two (Torgerson 1952),
/// which finds the overall shape from any start. The second is stress majorization (Gansner, Koren,
/// North: "Graph drawing by stress majorization", 2004), with weights of one over the distance
/// squared.
final class Arrangement {

  /// The time grows with the square of the number of nodes; this many take some tens of
  /// milliseconds.
  static final int MOST_NODES = 300;

  private static final int POWER_ROUNDS = 100;
  private static final int STRESS_ROUNDS = 80;

  /// Parts nodes with the same links, which would stand on one another for good.
  private static final double JITTER = 0.2;

  /// How much farther apart than any others two nodes stand that no path joins.
  private static final double APART = 1.5;

  private static final double MOST_STRETCHED = 1.5;

  private final double[][] distances;
  private final int count;
  private final Random random;
  private double[] xs;
  private double[] ys;

  private Arrangement(int[][] neighbors, Random random) {
    this.distances = distances(neighbors);
    this.count = neighbors.length;
    this.random = random;
    this.xs = new double[count];
    this.ys = new double[count];
  }

  /// New places, in graph units, round (0, 0).
  ///
  /// @param neighbors the neighbours of each node, by their indices
  /// @param wide whether the result should be wider than high, or else higher than wide
  static Place[] of(int[][] neighbors, boolean wide, Random random) {
    Arrangement arrangement = new Arrangement(neighbors, random);
    arrangement.scale();
    arrangement.majorize();
    arrangement.center();
    Place[] places = new Place[arrangement.count];
    for (int i = 0; i < places.length; i++) {
      double x = arrangement.xs[i];
      double y = arrangement.ys[i];
      places[i] = wide ? new Place(x, y) : new Place(y, x);
    }
    return places;
  }

  /// The same places, at most half as wide or as high again, so that they fill a pane better.
  ///
  /// @param aspect how much wider than high the pane is
  static Place[] stretched(Place[] places, double aspect) {
    double width = reach(places, Place::x);
    double height = reach(places, Place::y);
    double wider = Math.clamp(aspect * height / width, 1 / MOST_STRETCHED, MOST_STRETCHED);
    double byX = Math.max(1, wider);
    double byY = Math.max(1, 1 / wider);
    return Arrays.stream(places)
        .map(place -> new Place(place.x() * byX, place.y() * byY))
        .toArray(Place[]::new);
  }

  private static double reach(Place[] places, ToDoubleFunction<Place> coordinate) {
    DoubleSummaryStatistics all = Arrays.stream(places).mapToDouble(coordinate).summaryStatistics();
    return Math.max(1e-3, all.getMax() - all.getMin());
  }

  /// How many links lie between each two nodes.
  private static double[][] distances(int[][] neighbors) {
    int count = neighbors.length;
    double[][] distances = new double[count][count];
    int[] queue = new int[count];
    double longest = 0;
    for (int from = 0; from < count; from++) {
      double[] row = distances[from];
      Arrays.fill(row, Double.NaN);
      row[from] = 0;
      queue[0] = from;
      int queued = 1;
      for (int next = 0; next < queued; next++) {
        int node = queue[next];
        longest = Math.max(longest, row[node]);
        for (int neighbor : neighbors[node]) {
          if (Double.isNaN(row[neighbor])) {
            row[neighbor] = row[node] + 1;
            queue[queued++] = neighbor;
          }
        }
      }
    }
    for (double[] row : distances) {
      for (int i = 0; i < count; i++) {
        row[i] = Double.isNaN(row[i]) ? longest + APART : row[i];
      }
    }
    return distances;
  }

  /// Places the nodes along the two directions in which the centred squared distances reach
  /// farthest.
  private void scale() {
    double[][] products = new double[count][count];
    double[] means = new double[count];
    double mean = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        products[i][j] = distances[i][j] * distances[i][j];
        means[i] += products[i][j] / count;
      }
      mean += means[i] / count;
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        products[i][j] = -0.5 * (products[i][j] - means[i] - means[j] + mean);
      }
    }
    double[] first = randomDirection();
    double[] second = randomDirection();
    double firstReach = 0;
    double secondReach = 0;
    for (int round = 0; round < POWER_ROUNDS; round++) {
      double[] firstImage = product(products, first);
      double[] secondImage = product(products, second);
      firstReach = dot(firstImage, first);
      normalize(firstImage);
      double shared = dot(secondImage, firstImage);
      for (int i = 0; i < count; i++) {
        secondImage[i] -= shared * firstImage[i];
      }
      secondReach = dot(secondImage, second);
      normalize(secondImage);
      first = firstImage;
      second = secondImage;
    }
    for (int i = 0; i < count; i++) {
      xs[i] = first[i] * Math.sqrt(Math.max(0, firstReach)) + random.nextDouble(-JITTER, JITTER);
      ys[i] = second[i] * Math.sqrt(Math.max(0, secondReach)) + random.nextDouble(-JITTER, JITTER);
    }
  }

  private double[] randomDirection() {
    double[] direction = new double[count];
    for (int i = 0; i < count; i++) {
      direction[i] = random.nextDouble(-1, 1);
    }
    normalize(direction);
    return direction;
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void normalize(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= Math.max(length, Double.MIN_NORMAL);
    }
  }

  /// Moves each node in turn to where its distances from the others fit best.
  private void majorize() {
    for (int round = 0; round < STRESS_ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        double sumX = 0;
        double sumY = 0;
        double weights = 0;
        for (int j = 0; j < count; j++) {
          if (j != i) {
            double wanted = distances[i][j];
            double weight = 1 / (wanted * wanted);
            double offX = xs[i] - xs[j];
            double offY = ys[i] - ys[j];
            double part = wanted / Math.max(1e-6, Math.hypot(offX, offY));
            sumX += weight * (xs[j] + offX * part);
            sumY += weight * (ys[j] + offY * part);
            weights += weight;
          }
        }
        if (weights > 0) {
          xs[i] = sumX / weights;
          ys[i] = sumY / weights;
        }
      }
    }
  }

  private void center() {
    double meanX = Arrays.stream(xs).average().orElse(0);
    double meanY = Arrays.stream(ys).average().orElse(0);
    for (int i = 0; i < count; i++) {
      xs[i] -= meanX;
      ys[i] -= meanY;
    }
  }
}
