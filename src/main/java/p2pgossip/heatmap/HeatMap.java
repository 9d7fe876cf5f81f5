package p2pgossip.heatmap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/// A measure of an experiment for each pair of the values of two parameters.
///
/// @param title of the whole
/// @param across the parameter along the columns
/// @param columns its values
/// @param up the parameter along the rows
/// @param rows its values, the lowest row first
/// @param measure what the cells show
/// @param share whether that is a share, 0 to 1; then it is shown in per cent
/// @param cells for each row, from the lowest up, a value for each column; NaN where there is none
public record HeatMap(
    String title,
    String across,
    List<String> columns,
    String up,
    List<String> rows,
    String measure,
    boolean share,
    List<List<Double>> cells) {

  private static final MathContext FIGURES = new MathContext(3);

  /// @throws IllegalArgumentException when there is not a value for each pair
  public HeatMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    cells = cells.stream().map(List::copyOf).toList();
    int wide = columns.size();
    if (cells.size() != rows.size() || cells.stream().anyMatch(row -> row.size() != wide)) {
      throw new IllegalArgumentException("a heat map has a value for each pair");
    }
  }

  /// Which values have which colours.
  public HeatScale scale() {
    return HeatScale.of(cells, share);
  }

  /// Whether there is any value.
  public boolean isKnown() {
    return cells.stream().flatMap(List::stream).anyMatch(value -> !value.isNaN());
  }

  /// A value as it is written. A share is in per cent to a tenth, where that is not 0 or 100 by
  /// rounding alone; others have three figures.
  public String figure(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (!share) {
      return new BigDecimal(value).round(FIGURES).stripTrailingZeros().toPlainString();
    }
    double percent = 100 * value;
    if (value < 1 && percent >= 99.95) {
      return ">99.9";
    }
    if (value > 0 && percent < 0.05) {
      return "<0.1";
    }
    return value == 0 || value == 1
        ? String.valueOf(Math.round(percent))
        : String.format(Locale.ROOT, "%.1f", percent);
  }

  /// All of it in sentences, for who can't see it.
  public String words() {
    StringBuilder words = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      words.append(at(up, rows.get(row))).append(": ");
      for (int column = 0; column < columns.size(); column++) {
        words
            .append(figure(cells.get(row).get(column)))
            .append(" at ")
            .append(at(across, columns.get(column)))
            .append(column + 1 < columns.size() ? ", " : ". ");
      }
    }
    return words.toString().strip();
  }

  /// A value with the title of its axis, as in "Fanout 2", or "Lost 10 %" of "Lost, %".
  public static String at(String title, String value) {
    int comma = title.indexOf(',');
    return comma < 0
        ? title + " " + value
        : title.substring(0, comma) + " " + value + title.substring(comma + 1);
  }
}
