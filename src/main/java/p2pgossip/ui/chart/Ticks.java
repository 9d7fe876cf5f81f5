package p2pgossip.ui.chart;

/// Round numbers along an axis: 1, 2 or 5 times a power of ten (after Heckbert, "Nice numbers for
/// graph labels", Graphics Gems 1990).
public final class Ticks {

  private Ticks() {}

  /// The smallest round step by which `span` has at most that many parts.
  ///
  /// @param span more than 0
  /// @param parts at least 1
  public static double step(double span, int parts) {
    double rough = span / Math.max(1, parts);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    // Some slack for rounding: 0.3 / 3 is a little less than 0.1.
    double round = part <= 1 + 1e-9 ? 1 : part <= 2 + 1e-9 ? 2 : part <= 5 + 1e-9 ? 5 : 10;
    return round * power;
  }

  /// The multiples of `step` from `from` to `to`, both included.
  public static double[] between(double from, double to, double step) {
    long first = (long) Math.ceil(from / step - 1e-9);
    long last = (long) Math.floor(to / step + 1e-9);
    double[] ticks = new double[Math.clamp(last - first + 1, 0, 1_000)];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (first + i) * step;
    }
    return ticks;
  }

  /// Digits behind the point that multiples of `step` need.
  public static int digits(double step) {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }
}
