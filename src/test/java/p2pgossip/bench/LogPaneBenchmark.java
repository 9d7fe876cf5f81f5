package p2pgossip.bench;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.dialog.KeptFolder;
import p2pgossip.ui.dialog.NativeFileChoice;
import p2pgossip.ui.lines.LogModel;
import p2pgossip.ui.log.LogPane;

/// How smooth the log is while 1,000 lines a second arrive, on the headless platform with software
/// rendering: frames a second, the longest time between two frames, and how much of a core the FX
/// thread takes, which depends the least on other programs.
public final class LogPaneBenchmark extends Application {

  private static final int LINES_PER_SECOND = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(10);

  private static final List<LineKind> KINDS =
      List.of(LineKind.SENT, LineKind.RECEIVED, LineKind.FAILED, LineKind.JOINED);

  private final LogModel model = new LogModel();

  /// Starts the toolkit; the class with `main` must not be an application itself, or the launcher
  /// looks for JavaFX among the modules.
  static final class Launcher {

    private Launcher() {}

    static void main() {
      Application.launch(LogPaneBenchmark.class);
    }
  }

  @Override
  public void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    LogPane pane =
        new LogPane(
            model,
            new LineFormat(ZoneOffset.UTC),
            new NativeFileChoice(() -> null, new KeptFolder()),
            Runnable::run,
            Runnable::run);
    // A full log: every further line removes one.
    model.append(lines(1, LogModel.DEFAULT_CAPACITY));
    stage.setScene(new Scene(pane, 1_000, 600));
    stage.show();
    new Feed().start();
  }

  private static List<JournalLine> lines(long first, long last) {
    List<JournalLine> lines = new ArrayList<>();
    for (long number = first; number <= last; number++) {
      LineKind kind = KINDS.get((int) (number * 7 % 11 % KINDS.size()));
      PeerAddress peer = PeerAddress.parse("127.0.0.1:" + (8_081 + number % 20));
      String text = "Rumour " + number + ": the old mill turns by itself at night, they say.";
      lines.add(new JournalLine(number, Instant.ofEpochMilli(number), kind, peer, text));
    }
    return lines;
  }

  /// Appends once a frame what a busy network would have brought by then.
  private final class Feed extends AnimationTimer {

    private final List<Long> frames = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long busyBefore;
    private long begun;
    private long last;
    private long fed = LogModel.DEFAULT_CAPACITY;

    @Override
    public void handle(long now) {
      if (begun == 0) {
        begun = now;
      }
      long due = LogModel.DEFAULT_CAPACITY + (now - begun) / 1_000 * LINES_PER_SECOND / 1_000_000;
      List<JournalLine> coming = lines(fed + 1, due);
      model.append(coming);
      fed = due;
      long measuredFor = now - begun - WARM_UP.toNanos();
      if (measuredFor < 0) {
        busyBefore = threads.getCurrentThreadCpuTime();
      } else {
        frames.add(now - last);
      }
      last = now;
      if (measuredFor > MEASURED.toNanos()) {
        stop();
        report();
        Platform.exit();
      }
    }

    private void report() {
      long[] gaps = frames.stream().mapToLong(Long::longValue).sorted().toArray();
      long busy = threads.getCurrentThreadCpuTime() - busyBefore;
      double seconds = Arrays.stream(gaps).sum() / 1e9;
      new Row(
              Row.format(
                  "Log: %,d lines a second into a full log of %,d",
                  LINES_PER_SECOND, LogModel.DEFAULT_CAPACITY),
              Row.format(
                  "%.1f frames a second; between frames p50 %.1f ms, p99 %.1f ms, longest %.1f ms;"
                      + " FX thread %.0f %% of a core",
                  gaps.length / seconds,
                  gaps[gaps.length / 2] / 1e6,
                  gaps[gaps.length * 99 / 100] / 1e6,
                  gaps[gaps.length - 1] / 1e6,
                  busy / 1e7 / seconds),
              "smooth: 60 frames a second")
          .print();
    }
  }
}
