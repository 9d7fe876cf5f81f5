package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run of the packaged program as a process, which ends with the test at the latest.
record Program(Process process, Path outFile, Path errFile) implements AutoCloseable {

  private static final Pattern RUNS_AT = Pattern.compile("runs at (127\\.0\\.0\\.1:\\d+)");

  static Program start(Path folder, String... flags) throws IOException {
    return startWith(folder, List.of(), flags);
  }

  /// Plays a scenario without a window.
  static Program play(Path folder, Path scenario, String... more) throws IOException {
    List<String> flags = new ArrayList<>(List.of("--headless", "--scenario", scenario.toString()));
    flags.addAll(List.of(more));
    return start(folder, flags.toArray(String[]::new));
  }

  static Program startWith(Path folder, List<String> jvmFlags, String... flags) throws IOException {
    return startMain("p2pgossip.Main", folder, jvmFlags, flags);
  }

  static Program startMain(String main, Path folder, List<String> jvmFlags, String... flags)
      throws IOException {
    return startIn(Map.of(), main, folder, jvmFlags, flags);
  }

  /// @param environment is added to that of the tests
  static Program startIn(
      Map<String, String> environment,
      String main,
      Path folder,
      List<String> jvmFlags,
      String... flags)
      throws IOException {
    return start(builder(environment, main, folder, jvmFlags, flags), folder);
  }

  /// Starts a program that Ctrl+C ends, even where the tests run in the background of a shell,
  /// which has its jobs ignore that.
  static Program startInterruptible(Path folder, String... flags) throws IOException {
    ProcessBuilder builder = builder(Map.of(), "p2pgossip.Main", folder, List.of(), flags);
    builder.command().addAll(0, List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV"));
    return start(builder, folder);
  }

  private static ProcessBuilder builder(
      Map<String, String> environment,
      String main,
      Path folder,
      List<String> jvmFlags,
      String... flags) {
    Path target = Path.of("target").toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder();
    List<String> command = builder.command();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmFlags);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--module-path",
            target.resolve("javafx").toString(),
            "--add-modules",
            "javafx.controls",
            "--enable-native-access=ALL-UNNAMED,javafx.graphics",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.jboss.logging.provider=slf4j",
            "-cp",
            target.resolve("p2pgossip.jar") + ":" + target.resolve("lib") + "/*",
            main));
    command.addAll(List.of(flags));
    // No test may depend on a display.
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    // Nor may it change the settings of the user who runs it.
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("P2PGOSSIP_DATA", folder.resolve("data").toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private static Program start(ProcessBuilder builder, Path folder) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".log");
    Path err = Files.createTempFile(folder, "err", ".log");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Program(builder.start(), out, err);
  }

  int exitStatus() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /// What a terminal does at Ctrl+C. By the shell's own kill: a small machine has no other.
  void interrupt() throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }

  void terminate() {
    process.destroy();
  }

  String out() throws IOException {
    return Files.readString(outFile);
  }

  String err() {
    try {
      return Files.readString(errFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its address, once it listens.
  String address() {
    awaitLine("This peer runs at ");
    Matcher matcher = RUNS_AT.matcher(err());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /// Waits until it has printed this on standard error.
  void awaitLine(String part) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(err()).contains(part));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
