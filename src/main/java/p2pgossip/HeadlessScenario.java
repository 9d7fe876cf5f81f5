package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.RunListener;
import p2pgossip.experiment.ScenarioRunner;
import p2pgossip.experiment.Stage;
import p2pgossip.export.ReportFiles;
import p2pgossip.export.ThisProgram;
import p2pgossip.gossip.ShownText;
import p2pgossip.network.Run;
import p2pgossip.network.SpreadFigures;
import p2pgossip.scenario.ActionWords;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;

/// Runs a scenario without a window: progress on standard error, figures on standard output, and a
/// report in a folder.
final class HeadlessScenario implements RunListener {

  private static final int DONE = 0;

  /// Width of the summary's first column in characters.
  private static final int LABEL = 40;

  private static final int FAILED = 1;

  /// The shortest time between two lines that say how far a rumour has come.
  private static final Duration BETWEEN_NEWS = Duration.ofMillis(500);

  /// How long a process that is told to end waits for the report to be written.
  private static final long ENDING_SECONDS = 10;

  private final PrintStream out;
  private final PrintStream err;
  private final Stage.Maker stages;
  private final @Nullable Path folder;
  private final InstantSource clock;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private Instant lastNews;

  /// @param folder for the report; null for none
  /// @param clock of whoever reads the progress
  HeadlessScenario(
      PrintStream out,
      PrintStream err,
      Stage.Maker stages,
      @Nullable Path folder,
      InstantSource clock) {
    this.out = out;
    this.err = err;
    this.stages = stages;
    this.folder = folder;
    this.clock = clock;
    this.lastNews = clock.instant();
  }

  /// Runs a scenario to its end, or until the process is told to end, and reports the results in
  /// either case. Writes the report after each run.
  ///
  /// @return the exit status: 0 if it ran to its end, 1 if it could not be run, or could not be
  ///     reported in the folder or on standard output
  int run(Scenario scenario) {
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(ended), "end"));
    try {
      if (folder != null) {
        ReportFiles.tryFolder(folder);
      }
      Report report = new ScenarioRunner(stages).run(scenario, this, cancelled::get);
      summarize(report);
      if (stages.time() == Run.Time.VIRTUAL && report.complete()) {
        out.println(
            "SHA-256 of report.json: " + ReportFiles.sha256(report, ThisProgram.nameAndVersion()));
      }
      boolean written = write(report);
      if (written && folder != null) {
        err.println("p2pgossip: the report is in " + folder);
      }
      return written && wasShown() && report.complete() ? DONE : FAILED;
    } catch (IOException e) {
      err.println("p2pgossip: " + String.valueOf(e.getMessage()));
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void reported(Report soFar) {
    boolean _ = write(soFar);
  }

  /// Continues after a failure: there may be room on the disk again after the next run.
  private boolean write(Report report) {
    try {
      if (folder != null) {
        ReportFiles.write(report, ThisProgram.nameAndVersion(), folder);
      }
      return true;
    } catch (IOException e) {
      err.println(
          "p2pgossip: the report could not be written; what was there before is as it was: "
              + e.getMessage());
      return false;
    }
  }

  /// A [PrintStream] throws nothing when it can't write.
  private boolean wasShown() {
    if (out.checkError()) {
      err.println(
          "p2pgossip: the figures could not be written to standard output; see whether the disk is"
              + " full, or the program that was to read them has ended");
      return false;
    }
    return true;
  }

  private void cancel(CountDownLatch ended) {
    cancelled.set(true);
    try {
      boolean _ = ended.await(ENDING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void putUp(Variant run, int number, int runs) {
    err.println("p2pgossip: run %s of %s: %s".formatted(number, runs, ShownText.of(run.name())));
  }

  @Override
  public void ignored(String words) {
    err.println("p2pgossip: " + words);
  }

  @Override
  public void began(int peers, int unconnected) {
    tell(
        Duration.ZERO,
        unconnected == 0
            ? peers + " peers run and are connected"
            : peers + " peers run, of which " + unconnected + " still lack a neighbour");
  }

  @Override
  public void did(TimedAction action) {
    tell(
        action.at(), ActionWords.verb(action.action()) + " " + ActionWords.object(action.action()));
  }

  @Override
  public void failed(TimedAction action, String reason) {
    tell(action.at(), "FAILED: " + ActionWords.verb(action.action()) + ": " + reason);
  }

  /// Virtual time may pass so fast that nobody could read a line for each of its seconds.
  @Override
  public void wentOn(Duration since, int reached, int peers, long copies) {
    Instant now = clock.instant();
    if (Duration.between(lastNews, now).compareTo(BETWEEN_NEWS) < 0) {
      return;
    }
    lastNews = now;
    tell(since, "%s of %s peers have heard, %s copies".formatted(reached, peers, copies));
  }

  private void tell(Duration since, String words) {
    err.println(String.format(Locale.ROOT, "%8.1f s  %s", since.toMillis() / 1000.0, words));
  }

  private void summarize(Report report) {
    out.println(
        ShownText.of(report.scenario().name())
            + (stages.time() == Run.Time.VIRTUAL ? ", in virtual time" : "")
            + (report.complete() ? "" : " (ended early)"));
    out.println(
        "%-40s %-9s %8s %8s %8s %8s %7s %6s %6s %6s %8s"
            .formatted(
                "run", "reached", "t50", "t99", "t_last", "copies", "/peer", "dupl.", "lost",
                "hops", "to last"));
    for (Report.Run run : report.runs()) {
      for (Report.RumorReport rumor : run.rumors()) {
        SpreadFigures of = rumor.figures();
        out.println(
            String.format(
                Locale.ROOT,
                "%-40s %4d/%-4d %8s %8s %8s %8d %7.2f %6d %6d %6d %8d",
                label(report, run, rumor),
                of.reached(),
                of.population(),
                seconds(of.t50()),
                seconds(of.t99()),
                seconds(of.tLast()),
                of.copies(),
                of.copiesPerPeer(),
                of.duplicates(),
                of.lost(),
                of.longestHops(),
                of.copiesToLast()));
      }
    }
  }

  /// The name of the run; if it has several rumours, with the rumour.
  private static String label(Report report, Report.Run run, Report.RumorReport rumor) {
    String text = rumor.rumor().text();
    String whole = report.runs().size() == 1 ? text : run.name() + ": " + text;
    String label = ShownText.of(run.rumors().size() == 1 ? run.name() : whole);
    return label.codePointCount(0, label.length()) <= LABEL
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LABEL - 1)) + "…";
  }

  private static String seconds(@Nullable Duration time) {
    return time == null ? "-" : String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }
}
