package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The time from the start of `java` until the window is drawn on the screen, compared with two
/// bare JavaFX windows: one as `java` starts it by itself, with the plain JavaFX jars, and one with
/// the same flags as ours and an AOT cache made in the same way. All take turns, on a screen of
/// their own that is watched from outside.
///
/// Arguments, all optional: starts of each (7).
public final class WindowStartBenchmark {

  /// By name: there is no JavaFX in this JVM.
  private static final String BARE = "p2pgossip.bench.BareWindow";

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
    Starts plainText = new Starts();
    Starts givenText = new Starts();
    try (VirtualScreen screen = new VirtualScreen()) {
      Path jar = packBare(ours);
      BuiltProgram plain = ours.asPlainJavaFx(plainJavaFx(), jar, BARE);
      BuiltProgram given = bareWithCache(ours, jar);
      // Once each unmeasured, to fill the system's disk cache.
      for (int i = 0; i <= starts; i++) {
        boolean counts = i > 0;
        start(
            ours,
            screen,
            new Step(screen::showsHeader, counts ? header : new Starts()),
            new Step(screen::showsForm, counts ? form : new Starts()),
            new Step(screen::showsGraph, counts ? graph : new Starts()));
        start(plain, screen, new Step(screen::showsText, counts ? plainText : new Starts()));
        start(given, screen, new Step(screen::showsText, counts ? givenText : new Starts()));
      }
    }
    print("until it is on the screen, drawn, with its header", header);
    new Row(
            "The same, as a ratio",
            ratio(header, plainText),
            "<= 1.3 times a bare JavaFX window, started by `java` alone: " + plainText)
        .print();
    new Row(
            "The same, with what ours is given given to the bare window too",
            ratio(header, givenText),
            "a bare JavaFX window with our flags and an AOT cache of its own: " + givenText)
        .print();
    print("until its form is drawn too and can be used", form);
    new Row(
            "The same, as ratios to the two bare windows",
            ratio(form, plainText) + "; " + ratio(form, givenText),
            "the form follows as soon as the header is drawn")
        .print();
    print("until the graph's pane is drawn too", graph);
  }

  private static void print(String until, Starts ours) {
    new Row("Start of the window, with the AOT cache, " + until, ours.toString(), "").print();
  }

  private static String ratio(Starts ours, Starts bare) {
    return Row.format(
        "%.2f (of the processor time: %.2f)",
        ours.medianSeconds() / bare.medianSeconds(),
        ours.medianProcessorSeconds() / bare.medianProcessorSeconds());
  }

  /// A folder with the plain JavaFX jars.
  private Path plainJavaFx() throws IOException {
    Path modules = Files.createDirectories(folder.resolve("javafx"));
    try (Stream<Path> files = Files.list(Path.of("target", "javafx"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".jar")).toList()) {
        Files.copy(file, modules.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return modules;
  }

  private Path packBare(BuiltProgram ours) throws IOException, InterruptedException {
    Path jar = folder.resolve("bare-window.jar");
    Process packing =
        new ProcessBuilder(
                ours.tool("jar").toString(),
                "--create",
                "--file",
                jar.toString(),
                "-C",
                Path.of("target", "test-classes").toString(),
                BARE.replace('.', '/') + ".class")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (packing.waitFor() != 0) {
      throw new IOException("could not pack the bare window: " + Files.readString(log));
    }
    return jar;
  }

  /// Made as run.sh makes ours: by a run of five seconds on JavaFX's headless screen.
  private BuiltProgram bareWithCache(BuiltProgram ours, Path jar)
      throws IOException, InterruptedException {
    Path cache = folder.resolve("bare-window.aot");
    Files.deleteIfExists(cache);
    List<String> training =
        List.of("-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw");
    Process trained = ours.asJvmFor(jar, training, BARE, "5").start(log, Map.of());
    if (trained.waitFor() != 0 || !Files.exists(cache)) {
      throw new IOException("no AOT cache of the bare window was made: " + Files.readString(log));
    }
    return ours.asJvmFor(jar, List.of("-XX:AOTCache=" + cache), BARE);
  }

  /// What must be visible, and where its time is recorded.
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
