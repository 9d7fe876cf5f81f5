package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What another window in the same process adds to its memory: processes with one window, two and
/// three, each looked at once it has come to rest and its garbage is collected.
public final class WindowMemoryBenchmark {

  private static final Duration SETTLING = Duration.ofSeconds(12);

  /// Of the serial collector's generations; used, in KiB.
  private static final Pattern USED =
      Pattern.compile("(?im)^ *(?:def new|DefNew|tenured).*used ([0-9]+)K");

  private final Path log =
      Files.createDirectories(Path.of("target", "bench")).resolve("window-memory.log");

  private WindowMemoryBenchmark() throws IOException {}

  private record Memory(double heapMebibytes, double residentMebibytes) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WindowMemoryBenchmark benchmark = new WindowMemoryBenchmark();
    Memory one = benchmark.of(1);
    Memory two = benchmark.of(2);
    Memory three = benchmark.of(3);
    new Row(
            "Memory of a process with one window, and connected to nobody",
            Row.format(
                "%.0f MiB resident, %.1f MiB of it used on the heap",
                one.residentMebibytes(), one.heapMebibytes()),
            "beside the lines below")
        .print();
    print("A second window in the same process adds", one, two);
    print("A third adds", two, three);
  }

  private static void print(String what, Memory before, Memory after) {
    new Row(
            what,
            Row.format(
                "%.0f MiB resident, %.1f MiB used on the heap",
                after.residentMebibytes() - before.residentMebibytes(),
                after.heapMebibytes() - before.heapMebibytes()),
            "< 30 MB")
        .print();
  }

  private Memory of(int windows) throws IOException, InterruptedException {
    try (VirtualScreen screen = new VirtualScreen()) {
      BuiltProgram program =
          BuiltProgram.with("--port", "0", "--windows", Integer.toString(windows)).withCache();
      Process process = program.start(log, screen.environment());
      try {
        Waiting.until("the window is drawn", screen::showsForm);
        Waiting.pause(SETTLING);
        program.ask(process, "GC.run");
        program.ask(process, "GC.run");
        Matcher used = USED.matcher(program.ask(process, "GC.heap_info"));
        double kibibytes = 0;
        while (used.find()) {
          kibibytes += Long.parseLong(used.group(1));
        }
        long resident = new ProcessUsage(process.pid()).residentMebibytes();
        System.out.printf(
            "%d windows: %d MiB resident, heap %.0f KiB%n", windows, resident, kibibytes);
        return new Memory(kibibytes / 1_024, resident);
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }
}
