package p2pgossip.export;

import java.util.List;

/// A measure of an experiment for each pair of the values of two parameters.
///
/// @param title of the whole
/// @param across the parameter along the columns
/// @param columns its values
/// @param up the parameter along the rows
/// @param rows its values, the lowest row first
/// @param measure what the cells show
/// @param share whether that is a share, 0 to 1; then it is shown in per cent, and the scale is the
///     whole range
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
}
