package p2pgossip.results;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.ExperimentSize;
import p2pgossip.experiment.PointRunner;
import p2pgossip.experiment.Stage;
import p2pgossip.gossip.ShownText;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Shard;

/// Carries out what is left of a shard of a sweep, on threads of its own. What came of each run is
/// in the log before the next begins, so that a process can be ended at any moment. Used once.
public final class SweepRunner {

  private final SweepFolder folder;
  private final Shard shard;
  private final int threads;
  private final PointRunner runner;
  private final SweepListener listener;
  private final ResultTable table;
  private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();

  /// @param threads how many runs are under way at a time, if they fit into memory; on real
  ///     sockets it is one
  /// @param real makes the stages of runs on real sockets
  public SweepRunner(
      SweepFolder folder, Shard shard, int threads, Stage.Maker real, SweepListener listener) {
    this.folder = folder;
    this.shard = shard;
    this.threads = ExperimentSize.atATime(folder.experiment(), threads);
    this.runner = new PointRunner(folder.experiment(), real);
    this.listener = listener;
    this.table = new ResultTable(folder.experiment(), folder.program());
  }

  /// Carries out the runs, and waits for their end. A run that fails is noted in the log, and the
  /// others go on.
  ///
  /// @param cancelled is asked often; once it returns true, the runs under way are given up
  /// @throws IOException when another process works on the shard, when a run does not fit into
  ///     memory, or the log can't be read or written, in words for the user; what is in the log
  ///     stays there
  /// @throws InterruptedException when the waiting thread is interrupted; the runs are given up
  public SweepProgress run(BooleanSupplier cancelled) throws IOException, InterruptedException {
    ExperimentSize.requireFitting(folder.experiment());
    try (RunLog log = RunLog.open(RunLogs.file(folder, shard))) {
      Work work = Work.of(folder, shard, listener);
      listener.begins(work.progress());
      AtomicBoolean interrupted = new AtomicBoolean();
      BooleanSupplier over =
          () -> interrupted.get() || trouble.get() != null || cancelled.getAsBoolean();
      CountDownLatch working = new CountDownLatch(threads);
      for (int number = 1; number <= threads; number++) {
        Thread _ =
            Thread.ofPlatform()
                .name("sweep-" + number)
                .start(
                    () -> {
                      work(work, log, over);
                      working.countDown();
                    });
      }
      // The log must stay open until no thread writes to it.
      for (boolean ended = false; !ended; ) {
        try {
          working.await();
          ended = true;
        } catch (InterruptedException e) {
          interrupted.set(true);
        }
      }
      if (interrupted.get()) {
        throw new InterruptedException("the sweep was given up");
      }
      throwTrouble();
      return work.progress();
    }
  }

  private void throwTrouble() throws IOException {
    switch (trouble.get()) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private void work(Work work, RunLog log, BooleanSupplier over) {
    try {
      while (!over.getAsBoolean()) {
        Work.Run run = work.next();
        if (run == null) {
          return;
        }
        if (over.getAsBoolean()) {
          // It may have waited for this run.
          work.givenBack();
          return;
        }
        carryOut(run, work, log, over);
      }
    } catch (CancellationException e) {
      // What was under way is not in the log, and is made again.
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      trouble.compareAndSet(null, e);
    }
  }

  private void carryOut(Work.Run run, Work work, RunLog log, BooleanSupplier over)
      throws IOException, InterruptedException {
    Outcome outcome;
    boolean ended = false;
    try {
      outcome = outcome(run, over);
      synchronized (log) {
        log.append(table.logLine(outcome));
        SweepProgress progress = work.ended(outcome);
        ended = true;
        listener.ended(outcome, progress);
      }
    } finally {
      if (!ended) {
        work.givenBack();
      }
    }
  }

  private Outcome outcome(Work.Run run, BooleanSupplier over) throws InterruptedException {
    try {
      return runner.run(run.point(), run.repetition(), over);
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (over.getAsBoolean()) {
        // What is given up may fail for that reason alone. It is made again.
        throw new CancellationException("the run was cancelled");
      }
      String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Outcome.failed(run.point(), run.repetition(), ShownText.of(words));
    }
  }
}
