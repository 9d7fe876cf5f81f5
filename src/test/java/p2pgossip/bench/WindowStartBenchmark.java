package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How long it takes from the start of `java` until the window is drawn on the screen, beside a bare
/// JavaFX window in the same JVM with the same flags: both with an AOT cache made in the same way, in
/// turns, on a screen of their own that is watched from outside.
///
/// Arguments, all optional: starts of each (7).
public final class WindowStartBenchmark {

  private final Path folder = Files.createDirectories(Path.of("target", "bench"));
  private final Path log = folder.resolve("window-start.log");

  private WindowStartBenchmark() throws IOException {}

  public static void main(String[] args) throws IOException, InterruptedException {
    new WindowStartBenchmark().run(args.length > 0 ? Integer.parseInt(args[0]) : 7);
  }

  private void run(int starts) throws IOException, InterruptedException {
    BuiltProgram ours = BuiltProgram.with().withCache();
    Starts oursStarts = new Starts();
    Starts oursWhole = new Starts();
    Starts bareStarts = new Starts();
    try (VirtualScreen screen = new VirtualScreen()) {
      BuiltProgram bare = bareWithCache(ours);
      // Once each unmeasured, for what the system reads from disk.
      start(ours, screen, new Starts(), new Starts());
      start(bare, screen, new Starts(), new Starts());
      for (int i = 0; i < starts; i++) {
        start(ours, screen, oursStarts, oursWhole);
        start(bare, screen, bareStarts, new Starts());
      }
    }
    new Row(
            "Start of the window until it is drawn on the screen with its form, with the AOT cache",
            oursStarts.toString(),
            "a bare JavaFX window with an AOT cache of its own: " + bareStarts)
        .print();
    new Row(
            "The same, as a ratio",
            Row.format(
                "%.2f (of the processor time: %.2f)",
                oursStarts.medianSeconds() / bareStarts.medianSeconds(),
                oursStarts.medianProcessorSeconds() / bareStarts.medianProcessorSeconds()),
            "<= 1.3 times the bare window")
        .print();
    new Row(
            "Start of the window until the graph's pane is drawn too",
            oursWhole.toString(),
            "it is filled once the form has been drawn")
        .print();
  }

  /// Made as run.sh makes ours: by a run of two seconds on JavaFX's own headless screen.
  private BuiltProgram bareWithCache(BuiltProgram ours) throws IOException, InterruptedException {
    Path jar = folder.resolve("bare-window.jar");
    Path cache = folder.resolve("bare-window.aot");
    Files.deleteIfExists(cache);
    // By name: there is no JavaFX in this JVM.
    String main = "p2pgossip.bench.BareWindow";
    Process packing =
        new ProcessBuilder(
                ours.tool("jar").toString(),
                "--create",
                "--file",
                jar.toString(),
                "-C",
                Path.of("target", "test-classes").toString(),
                main.replace('.', '/') + ".class")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (packing.waitFor() != 0) {
      throw new IOException("could not pack the bare window: " + Files.readString(log));
    }
    List<String> training =
        List.of("-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw");
    Process trained = ours.asJvmFor(jar, training, main, "2").start(log, Map.of());
    if (trained.waitFor() != 0 || !Files.exists(cache)) {
      throw new IOException("no AOT cache of the bare window was made: " + Files.readString(log));
    }
    return ours.asJvmFor(jar, List.of("-XX:AOTCache=" + cache), main);
  }

  private void start(BuiltProgram program, VirtualScreen screen, Starts first, Starts whole)
      throws IOException, InterruptedException {
    Waiting.until("the screen is empty", () -> !screen.showsText());
    long begun = System.nanoTime();
    Process process = program.start(log, screen.environment());
    try {
      Waiting.until("the window is drawn", () -> screen.showsText() || !process.isAlive());
      if (!process.isAlive()) {
        throw new IOException("the program ended: " + Files.readString(log));
      }
      first.add(process, begun);
      Waiting.until("the middle of the window is drawn", screen::showsTextInTheMiddle);
      whole.add(process, begun);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
