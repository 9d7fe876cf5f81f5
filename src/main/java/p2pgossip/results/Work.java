package p2pgossip.results;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Shard;

/// Hands out the runs of a shard that are still to be done, repetition first. Thread-safe. A bit is
/// kept for each run, and where repetitions end by a measure, a number.
final class Work {

  /// @param point counted from 0
  /// @param repetition counted from 0
  record Run(int point, int repetition) {}

  private final Experiment experiment;
  private final Shard shard;
  private final Repeats.@Nullable Until until;
  private final int points;
  private final BitSet done;

  /// The points that need no more repetitions.
  private final BitSet precise;

  /// What is watched, by point and repetition.
  private final double[][] watched;

  private long next;
  private long endOfBlock;
  private int underWay;
  private int measured;
  private int failed;

  Work(Experiment experiment, Shard shard) {
    this.experiment = experiment;
    this.shard = shard;
    until = experiment.repeats().until();
    points = experiment.points();
    done = new BitSet(experiment.runs());
    precise = new BitSet();
    watched = new double[until == null ? 0 : points][0];
    endOfBlock =
        until == null
            ? experiment.runs()
            : (long) points * Math.min(Repeats.LEAST, experiment.repeats().most());
  }

  /// A run that was made earlier, in whatever shard. One that failed is made again.
  synchronized void madeEarlier(Outcome outcome) {
    if (outcome.failure() == null
        && shard.has(experiment, outcome.point(), outcome.repetition())
        && !isDone(outcome.point(), outcome.repetition())) {
      count(outcome);
    }
  }

  private boolean isDone(int point, int repetition) {
    return done.get(repetition * points + point);
  }

  private void count(Outcome outcome) {
    int point = outcome.point();
    int repetition = outcome.repetition();
    done.set(repetition * points + point);
    measured++;
    if (until != null) {
      double[] values = watched[point];
      if (values.length <= repetition) {
        int room = Math.max(repetition + 1, Math.max(Repeats.LEAST, 2 * values.length));
        watched[point] = Arrays.copyOf(values, room);
        Arrays.fill(watched[point], values.length, room, Double.NaN);
      }
      watched[point][repetition] = outcome.value(until.measure());
    }
  }

  /// The next run, which the caller carries out; null if there is none. Waits if that depends on
  /// runs under way.
  synchronized @Nullable Run next() throws InterruptedException {
    while (true) {
      while (next < endOfBlock) {
        int point = (int) (next % points);
        int repetition = (int) (next / points);
        next++;
        if (!isDone(point, repetition)
            && !precise.get(point)
            && shard.has(experiment, point, repetition)) {
          underWay++;
          return new Run(point, repetition);
        }
      }
      if (endOfBlock == experiment.runs()) {
        return null;
      }
      if (underWay > 0) {
        wait();
      } else {
        beginBlock();
      }
    }
  }

  private void beginBlock() {
    int repetitions = (int) (endOfBlock / points);
    for (int point = precise.nextClearBit(0);
        point < points;
        point = precise.nextClearBit(point + 1)) {
      if (isPrecise(point, repetitions)) {
        precise.set(point);
      }
    }
    int most = experiment.repeats().most();
    endOfBlock =
        precise.cardinality() == points
            ? experiment.runs()
            : (long) points * Math.min(repetitions + Repeats.LEAST, most);
    if (precise.cardinality() == points) {
      next = endOfBlock;
    }
    notifyAll();
  }

  /// Whether that many repetitions of a point are enough.
  private boolean isPrecise(int point, int repetitions) {
    double[] values = watched[point];
    Gathered gathered = new Gathered();
    for (int repetition = 0; repetition < Math.min(values.length, repetitions); repetition++) {
      gathered.add(values[repetition]);
    }
    return until != null && gathered.width() < until.narrower();
  }

  /// A run that was handed out has been carried out.
  synchronized SweepProgress ended(Outcome outcome) {
    if (outcome.failure() == null) {
      count(outcome);
    } else {
      failed++;
    }
    givenBack();
    return progress();
  }

  /// A run that was handed out has ended without an outcome.
  synchronized void givenBack() {
    underWay--;
    notifyAll();
  }

  synchronized SweepProgress progress() {
    return new SweepProgress(measured, failed, most());
  }

  /// The runs of the shard, at most.
  private int most() {
    int all = until == null ? experiment.runs() : points;
    int share = (all - shard.number() + shard.of()) / shard.of();
    return until == null ? share : share * experiment.repeats().most();
  }

  /// @throws IOException when the logs can't be read, in words for the user
  static Work of(SweepFolder folder, Shard shard, SweepListener listener) throws IOException {
    Work work = new Work(folder.experiment(), shard);
    new RunLogs(folder).read(work::madeEarlier).forEach(listener::noted);
    return work;
  }
}
