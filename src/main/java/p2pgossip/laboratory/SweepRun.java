package p2pgossip.laboratory;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepProgress;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepRunner;
import p2pgossip.results.SweepTally;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Outcome;

/// A sweep that can be watched, paused and called off. The outcome of each run is in the log of its
/// folder at once, so that nothing is lost whenever it ends. A summary is made whenever it is asked
/// for.
public final class SweepRun {

  /// More points can't be seen in a window.
  public static final int MOST_POINTS = 10_000;

  /// Where the sweep is, or is to be. It may wait for the disk.
  @FunctionalInterface
  public interface Place {
    /// @throws IOException when it can't be opened, in words for the user
    SweepFolder find() throws IOException;
  }

  /// Is told what there is to say, on the threads of the work.
  public interface Listener {

    /// The sweep is open. Called first, once.
    void opened(SweepFolder folder);

    /// Something is wrong, but the sweep goes on.
    ///
    /// @param words as a sentence
    void noted(String words);
  }

  /// The summary of the runs so far.
  ///
  /// @param progress as in [SweepRunner]
  /// @param now runs that were made since the beginning of this work, failed ones included
  /// @param complete whether nothing is left to be run, as far as is known
  public record State(SweepProgress progress, int now, boolean complete, SweepTally.State tally) {}

  private final Place place;
  private final SweepMaker maker;
  private final AtomicReference<@Nullable State> latest = new AtomicReference<>();

  /// @param place finds the sweep
  /// @param maker carries it out
  public SweepRun(Place place, SweepMaker maker) {
    this.place = place;
    this.maker = maker;
  }

  /// Whether a sweep had better be carried out in another process.
  public static boolean isHeavy(Experiment experiment) {
    return Heavy.is(experiment);
  }

  /// Reads what there is already, on a thread of its own.
  public Work look(Listener listener, WorkEnd end) {
    return Work.begin(
        _ -> {
          SweepFolder folder = open(listener);
          SweepTally tally = SweepTally.of(folder, words -> listener.noted(Sentence.of(words)));
          SweepProgress progress = SweepResults.progress(folder);
          latest.set(new State(progress, 0, progress.done() == progress.most(), tally.state()));
        },
        end);
  }

  /// Carries out what is left, on threads of its own. At the end of all runs the tables of results
  /// are in the folder too.
  public Work begin(Listener listener, WorkEnd end) {
    return Work.begin(gate -> carryOut(gate, listener), end);
  }

  private SweepFolder open(Listener listener) throws IOException {
    SweepFolder folder = place.find();
    int points = folder.experiment().points();
    if (points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "it has %s points, and a window shows up to %s; run it with ./run.sh sweep"
              .formatted(points, MOST_POINTS));
    }
    listener.opened(folder);
    return folder;
  }

  private void carryOut(Gate gate, Listener listener) throws IOException, InterruptedException {
    SweepFolder folder = open(listener);
    Course course = new Course(SweepTally.of(folder, _ -> {}), listener);
    try {
      maker.run(folder, gate, course);
    } finally {
      course.tell();
    }
  }

  /// The summary of the runs so far; null if that has been taken already. For any thread.
  public @Nullable State take() {
    return latest.getAndSet(null);
  }

  /// Follows the runs.
  private final class Course implements SweepMaker.Listener {

    private final SweepTally tally;
    private final Listener listener;

    private @Nullable SweepProgress progress;
    private int now;
    private boolean complete;

    private Course(SweepTally tally, Listener listener) {
      this.tally = tally;
      this.listener = listener;
    }

    @Override
    public void caughtUp() {
      tell();
    }

    @Override
    public void complete() {
      synchronized (this) {
        complete = true;
      }
      tell();
    }

    @Override
    public void begins(SweepProgress first) {
      progress = first;
      tell();
    }

    @Override
    public void ended(Outcome outcome, SweepProgress soFar) {
      tally.add(outcome);
      synchronized (this) {
        progress = soFar;
        now++;
      }
      if (latest.get() == null) {
        tell();
      }
    }

    @Override
    public void noted(String words) {
      listener.noted(Sentence.of(words));
    }

    private synchronized void tell() {
      SweepProgress soFar = progress;
      if (soFar != null) {
        latest.set(new State(soFar, now, complete, tally.state()));
      }
    }
  }
}
