package p2pgossip.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This program without a window, as the command of a process of its own. When its memory is used
/// up it ends with a status that says so.
final class OwnProgram {

  private static final String MAIN = "p2pgossip.Main";

  private OwnProgram() {}

  /// The program and its arguments.
  ///
  /// @param heap that it may take, in MiB
  /// @param jvm more flags of the JVM
  /// @param arguments of the program; more can be added to the list that is returned
  static List<String> command(long heap, List<String> jvm, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    return command;
  }
}
