package p2pgossip.ui.laboratory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import p2pgossip.file.CsvTable;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Band;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.Series;

/// The numbers of a chart as a table: a line for each place on the axis to the right, a column for
/// each series, and two for each band. For any thread.
final class ChartTable {

  private ChartTable() {}

  /// Writes it.
  ///
  /// @param out is closed
  /// @throws IOException when it can't be written
  static void write(OutputStream out, Chart chart) throws IOException {
    List<String> head = new ArrayList<>();
    head.add(across(chart.across().unit()));
    chart.series().forEach(series -> head.add(series.name()));
    for (int band = 1; band <= chart.bands().size(); band++) {
      head.add("low " + band);
      head.add("high " + band);
    }
    double[] places =
        Stream.concat(chart.series().stream().map(Series::xs), chart.bands().stream().map(Band::xs))
            .flatMapToDouble(Arrays::stream)
            .distinct()
            .sorted()
            .toArray();
    try (CsvTable table = new CsvTable(out, head)) {
      for (double place : places) {
        List<Double> row = new ArrayList<>();
        row.add(place);
        for (Series series : chart.series()) {
          row.add(up(chart, at(series.xs(), series.ys(), place)));
        }
        for (Band band : chart.bands()) {
          row.add(up(chart, at(band.xs(), band.low(), place)));
          row.add(up(chart, at(band.xs(), band.high(), place)));
        }
        table.row(row);
      }
    }
  }

  private static String across(Unit unit) {
    return switch (unit) {
      case TIME -> "seconds";
      case PERIODS -> "periods";
      case ROUNDS -> "rounds";
      case PEERS -> "peers";
      case PERCENT, SHARE, DECADES -> "percent";
      case COUNT -> "number";
    };
  }

  /// As it is read, not as it is drawn.
  private static double up(Chart chart, double value) {
    return chart.up().unit() == Unit.DECADES ? 100 * Math.pow(10, value - chart.up().to()) : value;
  }

  /// The last value at a place; not a number where there is none.
  private static double at(double[] xs, double[] ys, double place) {
    for (int i = xs.length - 1; i >= 0; i--) {
      if (xs[i] == place) {
        return ys[i];
      }
    }
    return Double.NaN;
  }
}
