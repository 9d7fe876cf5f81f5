package p2pgossip.ui.chart;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Where in a picture of a given size a chart's axes stand, in pixels.
///
/// @param left where the lines across begin
/// @param right where they end
record PlotFrame(PlotScale across, PlotScale up, double left, double right, double width) {

  private static final double BELOW = 40;
  private static final double ABOVE = 9;
  private static final double ASIDE = 12;
  private static final double LABEL_GAP = 8;

  /// Room for one number on the axis upwards, and for one on the axis to the right beside its text.
  private static final double TICK_HEIGHT = 30;

  private static final double TICK_GAP = 26;

  /// @param textWidth pixels that a text takes
  static PlotFrame of(
      Chart chart, double width, double height, ToDoubleFunction<String> textWidth) {
    double bottom = Math.max(ABOVE + 1, height - BELOW);
    int rows = (int) Math.max(1, (bottom - ABOVE) / TICK_HEIGHT);
    PlotScale up = scale(chart.up(), bottom, ABOVE, rows);
    double widest = 0;
    for (double tick : up.ticks()) {
      widest = Math.max(widest, textWidth.applyAsDouble(label(chart.up(), up, tick)));
    }
    double left = Math.ceil(widest) + LABEL_GAP + 1;
    double right = Math.max(left + 1, width - ASIDE);
    // Whole numbers stand in the middle of a column of their own.
    double inset =
        chart.across().unit() == Chart.Unit.PERIODS || chart.across().unit() == Chart.Unit.ROUNDS
            ? (right - left) / (Math.max(1, chart.across().to()) + 1) / 2
            : 0;
    PlotScale across = columns(chart.across(), left + inset, right - inset, textWidth);
    return new PlotFrame(across, up, left, right, width);
  }

  double bottom() {
    return up.from();
  }

  double top() {
    return up.to();
  }

  /// As many columns as have room for their numbers.
  private static PlotScale columns(
      Chart.Axis axis, double left, double right, ToDoubleFunction<String> textWidth) {
    for (int parts = 12; ; parts--) {
      PlotScale scale = scale(axis, left, right, parts);
      double[] ticks = scale.ticks();
      double widest =
          ticks.length == 0
              ? 0
              : textWidth.applyAsDouble(label(axis, scale, ticks[ticks.length - 1]));
      if (parts == 1 || (right - left) / scale.end() * scale.step() >= widest + TICK_GAP) {
        return scale;
      }
    }
  }

  private static PlotScale scale(Chart.Axis axis, double from, double to, int parts) {
    return switch (axis.unit()) {
      case TIME -> {
        double end = Math.max(1e-3, axis.to());
        double unit = TimeAxis.of(end).seconds();
        yield new PlotScale(from, to, end, Ticks.step(end / unit, parts) * unit);
      }
      case PERIODS, ROUNDS -> {
        double end = Math.max(1, axis.to());
        yield new PlotScale(from, to, end, Math.max(1, Ticks.step(end, parts)));
      }
      case PEERS -> {
        double end = Math.max(1, axis.to());
        yield new PlotScale(from, to, end, Math.max(1, Ticks.step(end, parts)));
      }
      case SHARE -> PlotScale.exact(from, to, axis.to(), parts);
      case DECADES -> new PlotScale(from, to, axis.to(), Math.max(1, Ticks.step(axis.to(), parts)));
      case PERCENT -> new PlotScale(from, to, 100, parts >= 4 ? 25 : 50);
      case COUNT -> PlotScale.counts(from, to, axis.to(), Math.min(parts, 5));
    };
  }

  static String label(Chart.Axis axis, PlotScale scale, double tick) {
    return switch (axis.unit()) {
      case TIME -> TimeAxis.of(scale.end()).number(tick, scale.step());
      case PERIODS, ROUNDS, PEERS, COUNT -> Wording.count(Math.round(tick));
      case PERCENT -> Math.round(tick) + " %";
      case SHARE -> String.format(Locale.UK, "%." + Ticks.digits(scale.step()) + "f %%", tick);
      case DECADES -> Wording.percent(Math.pow(10, tick - axis.to()));
    };
  }

  static String title(Chart.Axis axis, PlotScale scale) {
    return axis.unit() == Chart.Unit.TIME
        ? TimeAxis.of(scale.end()).words() + " " + axis.title()
        : axis.title();
  }
}
