package p2pgossip.results;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;

/// Sums up the runs of a sweep so far, in whatever order they end. Keeps a bit for each run
/// and some numbers for each point and measure, no values. Thread-safe.
public final class SweepTally {

  /// The mean of a measure at a point.
  ///
  /// @param runs in which it is known
  /// @param mean NaN without a run
  /// @param low the lower end of its 95 % interval by Student's t distribution; NaN for fewer than
  ///     two runs
  /// @param high its upper end
  public record Interval(long runs, double mean, double low, double high) {

    /// Nothing is known.
    public static final Interval NONE = new Interval(0, Double.NaN, Double.NaN, Double.NaN);

    /// Of some values; those that are not a number are left out.
    public static Interval of(List<Double> values) {
      Gathered gathered = new Gathered();
      values.forEach(gathered::add);
      double half = gathered.width() / 2;
      return new Interval(
          gathered.count(), gathered.mean(), gathered.mean() - half, gathered.mean() + half);
    }
  }

  /// How it stands at one moment.
  ///
  /// @param done runs that were measured, each counted once
  /// @param intervals of each measure of the experiment, point by point
  public record State(int done, Map<Measure, List<Interval>> intervals) {

    public State {
      intervals = Map.copyOf(intervals);
    }

    /// @param point counted from 0
    public Interval at(Measure measure, int point) {
      List<Interval> all = intervals.get(measure);
      return all == null ? Interval.NONE : all.get(point);
    }
  }

  private final Experiment experiment;
  private final BitSet done;
  private final BitSet changed = new BitSet();

  /// For each measure and point; null before the first run.
  private final Map<Measure, @Nullable Gathered[]> gathered = new EnumMap<>(Measure.class);

  private final Map<Measure, Interval[]> intervals = new EnumMap<>(Measure.class);

  /// By the number of runs, 0 where it was not asked for yet.
  private double[] factors = new double[64];

  public SweepTally(Experiment experiment) {
    this.experiment = experiment;
    done = new BitSet(experiment.runs());
    for (Measure measure : experiment.measures()) {
      gathered.put(measure, new Gathered[experiment.points()]);
      Interval[] none = new Interval[experiment.points()];
      Arrays.fill(none, Interval.NONE);
      intervals.put(measure, none);
    }
  }

  /// What is in the logs of a sweep.
  ///
  /// @param noted is told what is damaged in them, in words
  /// @throws IOException when they can't be read, in words for the user
  public static SweepTally of(SweepFolder folder, Consumer<String> noted) throws IOException {
    SweepTally tally = new SweepTally(folder.experiment());
    new RunLogs(folder).read(tally::add).forEach(noted);
    return tally;
  }

  /// Adds a run. One that has failed, or has been added before, changes nothing.
  public synchronized void add(Outcome outcome) {
    int run = outcome.repetition() * experiment.points() + outcome.point();
    if (outcome.failure() != null || done.get(run)) {
      return;
    }
    done.set(run);
    changed.set(outcome.point());
    gathered.forEach(
        (measure, points) -> {
          Gathered there = points[outcome.point()];
          if (there == null) {
            there = new Gathered();
            points[outcome.point()] = there;
          }
          there.add(outcome.value(measure));
        });
  }

  /// How it stands now.
  public synchronized State state() {
    for (int point = changed.nextSetBit(0); point >= 0; point = changed.nextSetBit(point + 1)) {
      for (Measure measure : experiment.measures()) {
        Gathered there = gathered.getOrDefault(measure, new Gathered[0])[point];
        if (there != null) {
          intervals.getOrDefault(measure, new Interval[0])[point] = interval(there);
        }
      }
    }
    changed.clear();
    Map<Measure, List<Interval>> all = new EnumMap<>(Measure.class);
    intervals.forEach((measure, points) -> all.put(measure, List.of(points)));
    return new State(done.cardinality(), all);
  }

  private Interval interval(Gathered of) {
    double half = of.count() < 2 ? Double.NaN : of.standardError() * factor(of.count());
    return new Interval(of.count(), of.mean(), of.mean() - half, of.mean() + half);
  }

  /// What the standard error is multiplied by: many points have as many runs.
  private double factor(long count) {
    if (count > Summary.MOST_KEPT) {
      return Gathered.factor(count);
    }
    int place = (int) count;
    if (place >= factors.length) {
      factors = Arrays.copyOf(factors, Math.max(place + 1, 2 * factors.length));
    }
    if (factors[place] == 0) {
      factors[place] = Gathered.factor(count);
    }
    return factors[place];
  }
}
