package p2pgossip.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many runs of the same spread at one scale. Times are counted in periods.
///
/// @param figures in the order of [Figure], without those that no run has
/// @param curve the share that has heard, at ascending times
public record ScaleSample(
    ComparedScale scale, int runs, List<Measured> figures, List<Coverage> curve) {

  /// Points of a curve between the beginning and the end.
  private static final int POINTS = 120;

  /// What is compared.
  public enum Figure {
    T50("t50"),
    T99("t99"),
    T_LAST("t_last"),
    REACHED("reached"),
    COPIES("copies per peer");

    private final String words;

    Figure(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /// Null where the run has none.
    private @Nullable Double of(ScaleTrial trial) {
      return switch (this) {
        case T50 -> trial.time(50);
        case T99 -> trial.time(99);
        case T_LAST -> trial.last();
        case REACHED -> trial.reached();
        case COPIES -> trial.copiesPerPeer();
      };
    }
  }

  /// @param runs that have the figure
  public record Measured(Figure figure, Estimate estimate, int runs) {}

  /// The share of the peers that has heard at a time: on average, and the 5th and the 95th of 100
  /// runs.
  public record Coverage(double time, double mean, double low, double high) {}

  public ScaleSample {
    figures = List.copyOf(figures);
    curve = List.copyOf(curve);
  }

  /// @param trials at least one
  public static ScaleSample of(ComparedScale scale, List<ScaleTrial> trials) {
    List<Measured> figures = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      Estimate.Sample sample = new Estimate.Sample();
      for (ScaleTrial trial : trials) {
        Double value = figure.of(trial);
        if (value != null) {
          sample.add(value);
        }
      }
      if (sample.count() > 0) {
        figures.add(new Measured(figure, sample.estimate(), (int) sample.count()));
      }
    }
    return new ScaleSample(scale, trials.size(), figures, curve(scale, trials));
  }

  private static List<Coverage> curve(ComparedScale scale, List<ScaleTrial> trials) {
    double last = trials.stream().mapToDouble(ScaleTrial::last).max().orElse(0);
    double step = scale.inStep() ? 1 : Math.max(last, 1) / POINTS;
    List<Coverage> curve = new ArrayList<>();
    for (int point = 0; (point - 1) * step < last; point++) {
      double time = point * step;
      double[] shares = trials.stream().mapToDouble(trial -> trial.share(time)).sorted().toArray();
      double sum = 0;
      for (double share : shares) {
        sum += share;
      }
      curve.add(
          new Coverage(time, sum / shares.length, quantile(shares, 0.05), quantile(shares, 0.95)));
    }
    return curve;
  }

  /// The smallest value that at least this share of the values does not exceed.
  private static double quantile(double[] ascending, double share) {
    return ascending[Math.max(0, (int) Math.ceil(share * ascending.length) - 1)];
  }

  /// A figure; null where no run has it.
  public @Nullable Measured figure(Figure figure) {
    return figures.stream().filter(it -> it.figure() == figure).findFirst().orElse(null);
  }
}
