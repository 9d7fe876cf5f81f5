package p2pgossip.ui.chart;

/// Where numbers stand on an axis, in pixels.
///
/// @param from the pixel of 0
/// @param to the pixel of `end`; may be the smaller one
/// @param end the last number, more than 0
/// @param step between ticks
record PlotScale(double from, double to, double end, double step) {

  /// An axis that ends at a given number.
  static PlotScale exact(double from, double to, double end, int parts) {
    return new PlotScale(from, to, end, Ticks.step(end, parts));
  }

  /// An axis of whole numbers that ends at a tick, so that the highest value has a line above it.
  static PlotScale counts(double from, double to, double highest, int parts) {
    double step = Math.max(1, Ticks.step(Math.max(1, highest), parts));
    return new PlotScale(from, to, Math.ceil(Math.max(1, highest) / step - 1e-9) * step, step);
  }

  double pixel(double number) {
    return from + (to - from) * number / end;
  }

  double number(double pixel) {
    return (pixel - from) / (to - from) * end;
  }

  double[] ticks() {
    return Ticks.between(0, end, step);
  }
}
