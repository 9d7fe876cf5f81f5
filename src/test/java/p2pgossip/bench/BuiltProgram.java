package p2pgossip.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program as a user runs it: from the jar, with the flags that `./run.sh` gives the JVM.
final class BuiltProgram {

  private static final String CACHE = "-XX:AOTCache=";

  private final List<String> command;

  private BuiltProgram(List<String> command) {
    this.command = command;
  }

  /// What `./run.sh` would start with these flags. Called in the project's directory.
  static BuiltProgram with(String... flags) throws IOException, InterruptedException {
    List<String> asked = new ArrayList<>(List.of("./run.sh"));
    asked.addAll(List.of(flags));
    ProcessBuilder builder = new ProcessBuilder(asked);
    builder.environment().put("P2PGOSSIP_SHOW_COMMAND", "1");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    List<String> command = process.inputReader().lines().toList();
    if (process.waitFor() != 0 || command.isEmpty()) {
      throw new IOException("run.sh did not say what it would start");
    }
    return new BuiltProgram(command);
  }

  /// `./run.sh` itself.
  static BuiltProgram script(String... flags) {
    List<String> words = new ArrayList<>(List.of("./run.sh"));
    words.addAll(List.of(flags));
    return new BuiltProgram(words);
  }

  /// @throws IOException when `./run.sh` has not made its AOT cache yet
  BuiltProgram withCache() throws IOException {
    if (command.stream().noneMatch(word -> word.startsWith(CACHE))) {
      throw new IOException("there is no AOT cache yet: start ./run.sh, and wait a minute");
    }
    return this;
  }

  BuiltProgram withoutCache() {
    return new BuiltProgram(command.stream().filter(word -> !word.startsWith(CACHE)).toList());
  }

  /// The same JVM with the same flags, but with another program, its class path and no cache.
  BuiltProgram asJvmFor(Path jar, List<String> flags, String... mainAndArguments) {
    List<String> words = new ArrayList<>(withoutCache().command);
    List<String> other = new ArrayList<>(words.subList(0, words.indexOf("-cp")));
    other.addAll(flags);
    other.add("-cp");
    other.add(jar.toString());
    other.addAll(List.of(mainAndArguments));
    return new BuiltProgram(other);
  }

  /// The same JVM without any of our flags: another program, with JavaFX from a folder of jars.
  BuiltProgram asPlainJavaFx(Path modules, Path jar, String main) {
    return new BuiltProgram(
        List.of(
            command.getFirst(),
            "--module-path",
            modules.toString(),
            "--add-modules",
            "javafx.controls",
            "--enable-native-access=javafx.graphics",
            "-cp",
            jar.toString(),
            main));
  }

  /// Runs it with its output appended to `log`, and with additional environment variables.
  Process start(Path log, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /// The answer of the JDK's `jcmd` to a command for a process of this program.
  String ask(Process process, String command) throws IOException, InterruptedException {
    Process asked =
        new ProcessBuilder(tool("jcmd").toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes());
    if (asked.waitFor() != 0) {
      throw new IOException("jcmd " + command + " failed: " + answer);
    }
    return answer;
  }

  /// A tool of the same JDK, as in "jcmd".
  Path tool(String name) {
    return Path.of(command.getFirst()).resolveSibling(name);
  }
}
