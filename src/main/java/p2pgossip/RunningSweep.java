package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntConsumer;
import p2pgossip.experiment.Stage;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepProgress;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepRunner;
import p2pgossip.sweep.Shard;

/// Carries out what is left of a sweep on the terminal, and writes the results. A first signal
/// drops the runs under way and has the results of the others written; a second one ends the
/// process at once. Used once.
final class RunningSweep {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final PrintStream out;
  private final PrintStream err;
  private final Stage.Maker real;
  private final EndSignals signals;
  private final IntConsumer endAtOnce;

  /// @param real stages of real peers
  /// @param signals not handled yet
  /// @param endAtOnce ends the process with an exit status
  RunningSweep(
      PrintStream out,
      PrintStream err,
      Stage.Maker real,
      EndSignals signals,
      IntConsumer endAtOnce) {
    this.out = out;
    this.err = err;
    this.real = real;
    this.signals = signals;
    this.endAtOnce = endAtOnce;
  }

  /// @param threads how many runs are under way at a time
  /// @return the exit status: that of the signal if one came; 1 if a run failed
  /// @throws IOException when the runs or their results can't be written, in words for the user
  int run(SweepFolder folder, Shard shard, int threads) throws IOException {
    try (OrderlyEnd ending = new OrderlyEnd(err, signals, endAtOnce, () -> {})) {
      SweepTicker ticker = new SweepTicker(err);
      SweepProgress progress =
          new SweepRunner(folder, shard, threads, real, ticker).run(ending::isWanted);
      if (ending.isWanted() && progress.done() < progress.most()) {
        ticker.endedEarly(progress, goOn(folder, shard));
      } else {
        ticker.ended(progress);
      }
      writeResults(folder, shard);
      return ending.isWanted() ? ending.exitStatus() : progress.failed() == 0 ? DONE : FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private static String goOn(SweepFolder folder, Shard shard) {
    return "./run.sh sweep run "
        + folder.path()
        + (shard.equals(Shard.WHOLE) ? "" : " --shard " + shard.number() + "/" + shard.of());
  }

  private void writeResults(SweepFolder folder, Shard shard) throws IOException {
    if (shard.equals(Shard.WHOLE)) {
      // What is damaged has been told at the beginning.
      List<String> _ = SweepResults.write(folder);
      out.println("The results are in " + folder.path().resolve("summary.csv"));
    } else {
      out.println(
          "Once all shards are done, gather the results with ./run.sh sweep merge "
              + folder.path());
    }
  }
}
