import java.io.IOException;
import java.util.List;
import p2pgossip.machine.Machine;
import p2pgossip.machine.Part;

/// Checks before the first test that the machine has what the tests of windows need, which run on
/// JavaFX's headless screen: reports in one line what is missing, instead of hundreds of failures.
///
/// Part of the build: `java -cp target/classes src/build/TestNeeds.java`. With `--install` it
/// installs what is missing, if the user may and the package manager is known. The exit status is 1
/// if something is missing.
final class TestNeeds {

  private TestNeeds() {}

  public static void main(String[] flags) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    List<Part> missing = machine.lacking(Part.FOR_LETTERS);
    if (List.of(flags).contains("--install")) {
      for (List<String> command : machine.installing(missing)) {
        System.err.println(String.join(" ", command));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.start().waitFor();
      }
      missing = machine.lacking(Part.FOR_LETTERS);
    }
    if (!missing.isEmpty()) {
      System.err.println("p2pgossip: the tests can't run: " + machine.inWords(missing));
      System.exit(1);
    }
  }
}
