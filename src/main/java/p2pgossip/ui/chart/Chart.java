package p2pgossip.ui.chart;

import java.util.List;
import p2pgossip.ui.draw.Sketch;

/// What a [Plot] shows.
///
/// @param across what the axis to the right counts
/// @param up what the axis upwards counts
/// @param series the first is drawn on top
/// @param bands are drawn behind the series
/// @param marks points that are pointed out
/// @param spoken a description in a sentence or two, for screen readers
public record Chart(
    Axis across, Axis up, List<Series> series, List<Band> bands, List<Mark> marks, String spoken) {

  /// Without bands.
  public Chart(Axis across, Axis up, List<Series> series, List<Mark> marks, String spoken) {
    this(across, up, series, List.of(), marks, spoken);
  }

  /// The room between two curves.
  ///
  /// @param xs never decreasing
  /// @param low as many as `xs`
  /// @param high as many as `xs`
  /// @param look of the series that it belongs to
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  public record Band(SeriesLook look, double[] xs, double[] low, double[] high) {}

  /// @param to where it ends; it begins at 0
  /// @param unit of its numbers
  /// @param title below the axis; empty where the chart's heading says it
  public record Axis(double to, Unit unit, String title) {}

  public enum Unit {
    /// Seconds, shown in the unit that suits them.
    TIME,
    PERIODS,
    ROUNDS,
    /// Peers side by side: the n-th takes the room from n - 1 to n.
    PEERS,
    PERCENT,
    /// Per cent, up to whatever the axis ends at.
    SHARE,
    /// Powers of ten below 100 per cent, which is where the axis ends: a value is the logarithm of
    /// a share plus the end of the axis.
    DECADES,
    COUNT
  }

  /// @param text empty where it stands for itself
  /// @param look of the series that it belongs to
  public record Mark(double x, double y, String text, SeriesLook look, Shape shape) {

    /// A mark on a curve.
    public Mark(double x, double y, String text, SeriesLook look) {
      this(x, y, text, look, Shape.DOT);
    }

    boolean isWorded() {
      return !text.isEmpty();
    }
  }

  /// What a mark looks like.
  public enum Shape {
    DOT,
    /// An open ring: the curve may go on.
    OPEN,
    /// A square: the curve ends here.
    CLOSED
  }

  public Chart {
    series = List.copyOf(series);
    bands = List.copyOf(bands);
    marks = List.copyOf(marks);
  }

  /// The chart alone, below its heading and the names of its curves.
  ///
  /// @param remark stands in grey beside the heading
  /// @param width of the plot, in pixels
  /// @param height likewise
  public Sketch sketch(String heading, String remark, double width, double height) {
    return ChartSketch.of(heading, remark, this, width, height);
  }

  /// The marks that have words, in their order.
  List<Mark> worded() {
    return marks.stream().filter(Mark::isWorded).toList();
  }
}
