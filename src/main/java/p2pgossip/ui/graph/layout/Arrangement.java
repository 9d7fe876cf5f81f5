package p2pgossip.ui.graph.layout;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

/// Places for all the nodes of a graph at once, so that how far they stand apart tells how many links
/// lie between them. A ring comes out as a ring: springs alone never get out of the loops in which
/// nodes that came one after the other happen to lie.
///
/// First classical scaling of the numbers of links between each two (Torgerson 1952), which finds the
/// great shape whatever the start, then stress majorization (Gansner, Koren, North: "Graph drawing by
/// stress majorization", 2004) with weights of one over the distance squared.
final class Arrangement {

  /// It takes time with the square of their number: some tens of milliseconds for so many.
  static final int MOST_NODES = 300;

  private static final int POWER_ROUNDS = 100;
  private static final int STRESS_ROUNDS = 80;

  /// Those whose links are the same would lie on one another, and no stress would part them.
  private static final double JITTER = 0.2;

  /// How much farther than the farthest those stand apart between whom there is no way.
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
  /// @param neighbors of each node, by their indices
  /// @param wide whether the picture is to be wide rather than high, or high rather than wide
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

  /// The same places, wider or higher by half at most, so that they better fill a pane that is so
  /// much wider than high.
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

  /// How many links lie between each two.
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

  /// The two directions in which the squared distances, centred, reach farthest.
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

  /// Moves each to where the others want it, in turn.
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
