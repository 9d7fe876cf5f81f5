package p2pgossip.heatmap;

import java.util.List;

/// Which values have the first and the last colour of a heat map.
///
/// @param from the value of the first
/// @param to the value of the last
public record HeatScale(double from, double to) {

  /// Shares that differ by less than this are told apart by a scale of their own.
  private static final double WIDE = 0.2;

  /// The scale of some values: from their least to their greatest. Shares have the whole range, so
  /// that maps can be compared, unless they differ by little.
  ///
  /// @param values NaN where there is none
  /// @param share whether they are shares, 0 to 1
  static HeatScale of(List<List<Double>> values, boolean share) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (List<Double> row : values) {
      for (double value : row) {
        if (!Double.isNaN(value)) {
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
    }
    if (share && (greatest - least >= WIDE || greatest <= least)) {
      return new HeatScale(Math.min(0, least), Math.max(1, greatest));
    }
    return least <= greatest ? new HeatScale(least, greatest) : new HeatScale(0, 0);
  }

  /// Which part of the colours a value has, 0 to 1; beyond the ends that of the end. NaN for none.
  public double part(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    return to > from ? Math.clamp((value - from) / (to - from), 0.0, 1.0) : 0;
  }
}
