package p2pgossip;

import java.io.PrintStream;
import java.util.Locale;
import p2pgossip.gossip.ShownText;
import p2pgossip.results.SweepListener;
import p2pgossip.results.SweepProgress;
import p2pgossip.sweep.Outcome;

/// Tells on the terminal how a sweep goes on: how many runs are done, how many a second, and about
/// how long the rest takes.
final class SweepTicker implements SweepListener {

  private static final double SECONDS_AT_FIRST = 2;
  private static final double LONG = 60;
  private static final double SECONDS_LATER = 30;
  private static final int MOST_FAILURES = 10;

  private final PrintStream err;
  private final long began = System.nanoTime();
  private int doneEarlier;
  private int ended;
  private double nextAt = SECONDS_AT_FIRST;

  SweepTicker(PrintStream err) {
    this.err = err;
  }

  @Override
  public void begins(SweepProgress progress) {
    doneEarlier = progress.done();
    if (doneEarlier > 0) {
      say(
          String.format(
              Locale.ROOT, "%,d of %,d runs were done earlier", doneEarlier, progress.most()));
    }
  }

  @Override
  public void ended(Outcome outcome, SweepProgress progress) {
    ended++;
    if (outcome.failure() != null && progress.failed() <= MOST_FAILURES) {
      say(
          "repetition %s of point %s failed: %s"
              .formatted(
                  outcome.repetition() + 1, outcome.point() + 1, ShownText.of(outcome.failure())));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (seconds >= nextAt) {
      nextAt = seconds + (seconds < LONG ? SECONDS_AT_FIRST : SECONDS_LATER);
      double rate = ended / seconds;
      say(
          String.format(
              Locale.ROOT,
              "%,d of %,d runs, %.3g a second, about %s left",
              progress.done(),
              progress.most(),
              rate,
              time((progress.most() - progress.done() - progress.failed()) / rate)));
    }
  }

  @Override
  public void noted(String words) {
    say(ShownText.of(words));
  }

  void ended(SweepProgress progress) {
    say(
        String.format(
            Locale.ROOT,
            "%,d runs are done, %,d of them now, in %.1f s; %,d failed",
            progress.done(),
            progress.done() - doneEarlier,
            (System.nanoTime() - began) / 1e9,
            progress.failed()));
  }

  /// @param goOn the command that carries out the rest
  void endedEarly(SweepProgress progress, String goOn) {
    say(
        String.format(
            Locale.ROOT,
            "ended early: %,d of %,d runs are done, %,d of them now; go on with %s",
            progress.done(),
            progress.most(),
            progress.done() - doneEarlier,
            goOn));
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 120
        ? whole + " s"
        : whole < 7_200 ? whole / 60 + " min" : whole / 3_600 + " h " + whole % 3_600 / 60 + " min";
  }

  private void say(String words) {
    err.println("p2pgossip: " + words);
  }
}
