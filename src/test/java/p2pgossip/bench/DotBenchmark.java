package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import p2pgossip.ui.beat.Beat;

/// The processor time of a bare window in which one dot moves as often as messages do in ours: the
/// least that a window with moving messages can take.
///
/// Arguments, all optional: seconds measured (60), seconds before that (300).
public final class DotBenchmark {

  /// By name, since JavaFX is not available in this process.
  private static final String DOT = "p2pgossip.bench.DotWindow";

  private DotBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Duration measured = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 60);
    Duration settling = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 300);
    Path log = Files.createDirectories(Path.of("target", "bench")).resolve("dot-window.log");
    String millis = Long.toString(Beat.INTERVAL.toMillis());
    try (VirtualScreen screen = new VirtualScreen()) {
      Process process =
          BuiltProgram.with()
              .asJvmFor(Path.of("target", "test-classes"), List.of(), DOT, millis)
              .start(log, screen.environment());
      try {
        Waiting.pause(settling);
        double load = new ProcessUsage(process.pid()).load(measured);
        new Row(
                Row.format(
                    "A bare JavaFX window in which one dot takes a step every %s ms, over %d s",
                    millis, measured.toSeconds()),
                Row.format("%.1f %% of a core", 100 * load),
                "beside an idle window of ours in which something is in flight")
            .print();
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }
}
