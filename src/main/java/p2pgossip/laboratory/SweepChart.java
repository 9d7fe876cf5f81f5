package p2pgossip.laboratory;

import java.util.List;
import p2pgossip.heatmap.HeatMap;
import p2pgossip.results.SweepTally.Interval;
import p2pgossip.sweep.Measure;

/// What a chart shows of a measure of a sweep. Places are 0 to 1, from the left and from below.
public sealed interface SweepChart {

  Measure measure();

  SweepScale across();

  SweepScale up();

  /// In a sentence or two, for screen readers.
  String spoken();

  /// The places that one can point at.
  List<Spot> spots();

  /// A point of the experiment in a chart.
  ///
  /// @param point counted from 0
  /// @param x the place of its mean, or the middle of its cell
  /// @param y likewise
  /// @param low where its interval begins; NaN where there is none
  /// @param high where it ends
  /// @param value of the measure, as it is
  record Spot(int point, double x, double y, double low, double high, Interval value) {}

  /// A value of the axis beside.
  ///
  /// @param name empty where there is one line only
  /// @param mark by which it is known, counted from 0
  /// @param spots those that are known, from left to right
  record Line(String name, int mark, List<Spot> spots) {
    public Line {
      spots = List.copyOf(spots);
    }
  }

  /// A line for each value of the axis beside.
  ///
  /// @param joined whether the values across are numbers, so that there is something between them
  record Lines(
      Measure measure,
      SweepScale across,
      SweepScale up,
      List<Line> lines,
      boolean joined,
      String spoken)
      implements SweepChart {

    public Lines {
      lines = List.copyOf(lines);
    }

    @Override
    public List<Spot> spots() {
      return lines.stream().flatMap(line -> line.spots().stream()).toList();
    }
  }

  /// A cell for each point, coloured by its mean.
  ///
  /// @param spots of all cells, row by row from below, those that are not known included
  record Cells(
      Measure measure,
      SweepScale across,
      SweepScale up,
      HeatMap map,
      List<Spot> spots,
      String spoken)
      implements SweepChart {

    public Cells {
      spots = List.copyOf(spots);
    }

    public int columns() {
      return map.columns().size();
    }

    public int rows() {
      return map.rows().size();
    }
  }
}
