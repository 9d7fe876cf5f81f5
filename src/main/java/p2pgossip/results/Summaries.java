package p2pgossip.results;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Quantile;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;

/// Sums up the runs of an experiment, point by point, as they come in the order of [SortedRuns].
/// Holds the values of two points at a time.
final class Summaries {

  /// Takes the summaries one by one.
  interface Taker {
    void take(PointSummary summary) throws IOException;
  }

  private static final double[] SHARES = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};

  private final Experiment experiment;
  private final Taker taker;
  private final int compared;

  private int point = -1;
  private long failed;
  private Values values = new Values();
  private Values reference = new Values();
  private int referencePoint = -1;

  /// The values of a point: means of all, and the first ones by repetition, NaN where unknown.
  private static final class Values {

    private final Map<Measure, Gathered> gathered = new EnumMap<>(Measure.class);
    private final Map<Measure, double[]> kept = new EnumMap<>(Measure.class);
    private long runs;

    void add(Outcome outcome, List<Measure> measures) {
      runs++;
      for (Measure measure : measures) {
        double value = outcome.value(measure);
        gathered.computeIfAbsent(measure, _ -> new Gathered()).add(value);
        if (outcome.repetition() < Summary.MOST_KEPT) {
          kept.merge(measure, new double[0], (there, _) -> there);
          double[] there = kept.getOrDefault(measure, new double[0]);
          if (there.length <= outcome.repetition()) {
            int before = there.length;
            there = Arrays.copyOf(there, Math.max(16, 2 * outcome.repetition()));
            Arrays.fill(there, before, there.length, Double.NaN);
            kept.put(measure, there);
          }
          there[outcome.repetition()] = value;
        }
      }
    }

    double[] kept(Measure measure) {
      return kept.getOrDefault(measure, new double[0]);
    }
  }

  Summaries(Experiment experiment, Taker taker) {
    this.experiment = experiment;
    this.taker = taker;
    compared =
        experiment.commonLuck() && !experiment.axes().isEmpty()
            ? experiment.axes().getLast().values().size()
            : 0;
  }

  void add(Outcome outcome) throws IOException {
    if (outcome.point() != point) {
      end();
      point = outcome.point();
      failed = 0;
      values = new Values();
    }
    if (outcome.failure() == null) {
      values.add(outcome, experiment.measures());
    } else {
      failed++;
    }
  }

  /// Ends the last point.
  void end() throws IOException {
    if (point < 0) {
      return;
    }
    int first = firstOfLine(point);
    if (point == first) {
      reference = values;
      referencePoint = point;
    }
    Map<Measure, Summary> measures = new EnumMap<>(Measure.class);
    Map<Measure, Summary> differences = new EnumMap<>(Measure.class);
    for (Measure measure : experiment.measures()) {
      Gathered gathered = values.gathered.getOrDefault(measure, new Gathered());
      measures.put(measure, summary(gathered, values.kept(measure)));
      if (compared > 1 && point != first && referencePoint == first) {
        differences.put(measure, difference(values.kept(measure), reference.kept(measure)));
      }
    }
    taker.take(new PointSummary(point, values.runs, failed, measures, differences));
  }

  /// The point with the first value of the last axis, and the same of the others.
  private int firstOfLine(int of) {
    return experiment.pairs() || compared == 0 ? 0 : of - of % compared;
  }

  private static Summary difference(double[] values, double[] reference) {
    int pairs = Math.min(values.length, reference.length);
    double[] differences = new double[pairs];
    Gathered gathered = new Gathered();
    for (int repetition = 0; repetition < pairs; repetition++) {
      differences[repetition] = values[repetition] - reference[repetition];
      gathered.add(differences[repetition]);
    }
    return summary(gathered, differences);
  }

  private static Summary summary(Gathered gathered, double[] kept) {
    double[] known = Arrays.stream(kept).filter(value -> !Double.isNaN(value)).toArray();
    double half = gathered.width() / 2;
    return new Summary(
        gathered.count(),
        gathered.mean(),
        gathered.standardError(),
        gathered.mean() - half,
        gathered.mean() + half,
        quantiles(known));
  }

  private static Summary.Quantiles quantiles(double[] known) {
    double[] at = new double[SHARES.length];
    if (known.length == 0) {
      Arrays.fill(at, Double.NaN);
    } else {
      at = Quantile.withDefaults().evaluate(known, SHARES);
    }
    return new Summary.Quantiles(at[0], at[1], at[2], at[3], at[4], at[5], at[6]);
  }

  /// Sums up all runs.
  static void of(SortedRuns runs, Experiment experiment, Taker taker) throws IOException {
    Summaries summaries = new Summaries(experiment, taker);
    runs.forEach(summaries::add);
    summaries.end();
  }
}
