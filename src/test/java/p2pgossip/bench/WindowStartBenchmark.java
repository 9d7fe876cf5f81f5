package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

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
    Starts header = new Starts();
    Starts form = new Starts();
    Starts graph = new Starts();
    Starts bareText = new Starts();
    try (VirtualScreen screen = new VirtualScreen()) {
      BuiltProgram bare = bareWithCache(ours);
      // Once each unmeasured, for what the system reads from disk.
      for (int i = 0; i <= starts; i++) {
        boolean counts = i > 0;
        start(
            ours,
            screen,
            new Step(screen::showsHeader, counts ? header : new Starts()),
            new Step(screen::showsForm, counts ? form : new Starts()),
            new Step(screen::showsGraph, counts ? graph : new Starts()));
        start(bare, screen, new Step(screen::showsText, counts ? bareText : new Starts()));
      }
    }
    print("until it is on the screen, drawn, with its header", header, bareText);
    new Row("The same, as a ratio", ratio(header, bareText), "<= 1.3 times the bare window")
        .print();
    print("until its form is drawn too and can be used", form, bareText);
    new Row(
            "The same, as a ratio",
            ratio(form, bareText),
            "the form follows as soon as the header is drawn")
        .print();
    print("until the graph's pane is drawn too", graph, bareText);
  }

  private static void print(String until, Starts ours, Starts bare) {
    new Row(
            "Start of the window, with the AOT cache, " + until,
            ours.toString(),
            "a bare JavaFX window with an AOT cache of its own: " + bare)
        .print();
  }

  private static String ratio(Starts ours, Starts bare) {
    return Row.format(
        "%.2f (of the processor time: %.2f)",
        ours.medianSeconds() / bare.medianSeconds(),
        ours.medianProcessorSeconds() / bare.medianProcessorSeconds());
  }

  /// Made as run.sh makes ours: by a run of five seconds on JavaFX's own headless screen.
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
    Process trained = ours.asJvmFor(jar, training, main, "5").start(log, Map.of());
    if (trained.waitFor() != 0 || !Files.exists(cache)) {
      throw new IOException("no AOT cache of the bare window was made: " + Files.readString(log));
    }
    return ours.asJvmFor(jar, List.of("-XX:AOTCache=" + cache), main);
  }

  /// What is to be seen, and where it is noted when it was.
  private record Step(BooleanSupplier isSeen, Starts starts) {}

  private void start(BuiltProgram program, VirtualScreen screen, Step... steps)
      throws IOException, InterruptedException {
    Waiting.until("the screen is empty", screen::isEmpty);
    long begun = System.nanoTime();
    Process process = program.start(log, screen.environment());
    try {
      for (Step step : steps) {
        Waiting.until(
            "the window is drawn", () -> step.isSeen().getAsBoolean() || !process.isAlive());
        if (!process.isAlive()) {
          throw new IOException("the program ended: " + Files.readString(log));
        }
        step.starts().add(process, begun);
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
