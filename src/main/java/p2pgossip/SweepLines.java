package p2pgossip;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import p2pgossip.experiment.Stage;
import p2pgossip.export.ThisProgram;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepListener;
import p2pgossip.results.SweepProgress;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepRunner;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Shard;
import p2pgossip.wire.SweepLine;
import p2pgossip.wire.SweepLineJson;

/// Carries out what is left of a sweep for another program, to which it says line by line how that
/// goes on; the outcomes are in the log. Once the other no longer writes to standard input, the
/// runs under way are given up, and the process ends. Used once.
final class SweepLines implements SweepListener {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  /// As after SIGTERM.
  private static final int CALLED_OFF = 143;

  /// How long it may take to give up the runs, or what else is under way.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PrintStream out;
  private final InputStream in;
  private final Stage.Maker real;
  private final IntConsumer endAtOnce;
  private final AtomicBoolean calledOff = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);

  /// @param real stages of real peers
  /// @param endAtOnce ends the process with an exit status
  SweepLines(PrintStream out, InputStream in, Stage.Maker real, IntConsumer endAtOnce) {
    this.out = out;
    this.in = in;
    this.real = real;
    this.endAtOnce = endAtOnce;
  }

  /// @param threads how many runs are under way at a time
  /// @return the exit status: 0 once all runs were made, failed ones too; 143 when it was called
  ///     off
  int run(Path path, int threads) {
    var _ = Thread.ofPlatform().daemon().name("input").start(this::awaitEndOfInput);
    try {
      SweepFolder folder = SweepFolder.open(path, ThisProgram.nameAndVersion());
      SweepProgress _ =
          new SweepRunner(folder, Shard.WHOLE, threads, real, this).run(calledOff::get);
      if (calledOff.get()) {
        return CALLED_OFF;
      }
      say(new SweepLine.Complete());
      // What is damaged has been told at the beginning.
      List<String> _ = SweepResults.write(folder);
      return DONE;
    } catch (IOException | IllegalArgumentException e) {
      say(new SweepLine.Refused(String.valueOf(e.getMessage())));
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } finally {
      over.countDown();
    }
  }

  /// Whoever reads the lines has ended, or wants no more of them.
  private void awaitEndOfInput() {
    try {
      while (in.read() >= 0) {
        // Nothing is said to it.
      }
    } catch (IOException e) {
      say(new SweepLine.Noted("standard input can't be read: " + e.getMessage()));
    }
    calledOff.set(true);
    try {
      if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        endAtOnce.accept(CALLED_OFF);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void begins(SweepProgress progress) {
    say(new SweepLine.Begins(progress.done(), progress.failed(), progress.most()));
  }

  @Override
  public void ended(Outcome outcome, SweepProgress progress) {
    // It is in the log.
  }

  @Override
  public void noted(String words) {
    say(new SweepLine.Noted(words));
  }

  private synchronized void say(SweepLine line) {
    out.println(SweepLineJson.text(line));
  }
}
