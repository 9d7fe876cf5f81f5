package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recordings of `--profile`, as the packaged program writes them.
class ProfileIT {

  @TempDir private Path folder;

  @Test
  void aRunIsRecordedAlsoWhenItIsToldToEnd() throws Exception {
    Path file = folder.resolve("run.jfr");
    String address;
    try (Program other = Program.start(folder, "--headless", "-p0");
        Program program =
            Program.start(
                folder,
                "--headless",
                "-p0",
                "-P0.2",
                "-c",
                other.address(),
                "--profile",
                file.toString())) {
      address = program.address();
      other.awaitLine("  <-  " + address + "  ");
      program.terminate();

      assertThat(program.exitStatus()).isEqualTo(143);
      assertThat(program.err()).endsWith("This peer at " + address + " has ended.\n");
      assertThat(program.out()).isEmpty();
    }

    assertThat(recorded(file, "p2pgossip.Period"))
        .isNotEmpty()
        .allMatch(event -> event.getString("peer").equals(address));
  }

  @Test
  void aScenarioIsRecordedFromItsFirstToItsLastPeriod() throws Exception {
    Path scenario = TrialScenario.in(folder);
    Path file = folder.resolve("run.jfr");
    try (Program program = Program.play(folder, scenario, "--profile", file.toString())) {
      assertThat(program.exitStatus()).isZero();
    }

    assertThat(recorded(file, "p2pgossip.MessageSent"))
        .anyMatch(event -> event.getString("kind").equals("message"));
  }

  @Test
  void aWindowIsRecordedWithItsFrames() throws Exception {
    Path file = folder.resolve("run.jfr");
    try (Program peer = Program.start(folder, "--headless", "-p0");
        Program windows =
            Program.startWith(
                folder,
                List.of("-Duser.home=" + folder, "-Dglass.platform=Headless", "-Dprism.order=sw"),
                "-p0",
                "-P0.2",
                "--text",
                "seen from a window",
                "-c",
                peer.address(),
                "--profile",
                file.toString())) {
      peer.awaitLine("seen from a window");
      windows.terminate();

      assertThat(windows.exitStatus()).isEqualTo(143);
      assertThat(windows.err()).isEmpty();
    }

    assertThat(recorded(file, "p2pgossip.FrameDrain"))
        .isNotEmpty()
        .anyMatch(event -> event.getInt("events") > 0);
  }

  @Test
  void aRecordingThatCanNotBeWrittenIsRefusedInOneLine() throws Exception {
    try (Program program = Program.start(folder, "--headless", "--profile", folder.toString())) {
      assertThat(program.exitStatus()).isEqualTo(2);
      assertThat(program.err())
          .startsWith("p2pgossip: --profile: \"%s\" is a folder; ".formatted(folder))
          .endsWith("; see ./run.sh --help\n")
          .hasLineCount(1);
    }
  }

  private static List<RecordedEvent> recorded(Path file, String name) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }
}
