package p2pgossip.laboratory;

import java.util.List;
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
  /// @param spots those that are known, from left to right
  record Line(String name, List<Spot> spots) {
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
  /// @param columns how many there are
  /// @param rows likewise
  /// @param spots of all cells, those that are not known included
  /// @param least the mean that has the first colour, as it is shown
  /// @param most the mean that has the last colour
  record HeatMap(
      Measure measure,
      SweepScale across,
      SweepScale up,
      int columns,
      int rows,
      List<Spot> spots,
      double least,
      double most,
      String spoken)
      implements SweepChart {

    public HeatMap {
      spots = List.copyOf(spots);
    }

    /// Which part of the colours a cell has, 0 to 1; NaN where it is not known.
    public double part(Spot spot) {
      double mean = SweepWords.shown(measure, spot.value().mean());
      return most > least ? (mean - least) / (most - least) : Double.isNaN(mean) ? mean : 0.5;
    }
  }
}
