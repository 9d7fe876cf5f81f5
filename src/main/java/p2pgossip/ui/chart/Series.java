package p2pgossip.ui.chart;

/// One row of numbers in a chart.
///
/// @param xs never decreasing
/// @param ys as many as `xs`
/// @param shape what joins the points
public record Series(String name, SeriesLook look, double[] xs, double[] ys, Shape shape) {

  /// The relative error of arithmetic at the end of an axis.
  private static final double HAIR = 1e-9;

  public enum Shape {
    /// A value holds until the next one.
    STEPS,
    /// Straight lines from point to point, the points marked where there is room.
    POINTS,
    /// A bar round each point.
    BARS
  }

  public Series {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(xs.length + " xs for " + ys.length + " ys");
    }
  }

  /// The value at `x`: for steps, that of the last point up to `x`; else that of the nearest whole
  /// number. NaN before the first point, after the last, and where there is no point.
  public double at(double x) {
    double wanted = shape == Shape.STEPS ? x : Math.rint(x);
    if (xs.length == 0 || wanted > xs[xs.length - 1] * (1 + HAIR)) {
      return Double.NaN;
    }
    int low = 0;
    int high = xs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (xs[middle] <= wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0 || (shape != Shape.STEPS && xs[low - 1] != wanted)) {
      return Double.NaN;
    }
    return ys[low - 1];
  }

  public double highest() {
    double highest = 0;
    for (double y : ys) {
      highest = Math.max(highest, y);
    }
    return highest;
  }
}
