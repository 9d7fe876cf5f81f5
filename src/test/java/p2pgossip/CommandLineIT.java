package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.export.ThisProgram;
import p2pgossip.original.ReservedPort;

/// The packaged program as a process: its flags, its ports, and how it ends.
class CommandLineIT {

  @TempDir private Path folder;

  @Test
  void helpAndVersionAreShownOnStandardOutputAndEndWithZero() throws Exception {
    try (Program help = Program.start(folder, "--help");
        Program version = Program.start(folder, "-V")) {
      assertThat(help.exitStatus()).isZero();
      assertThat(help.out()).contains("--connect-to", "--headless", "Examples:");
      assertThat(help.err()).isEmpty();
      assertThat(version.exitStatus()).isZero();
      assertThat(version.out()).isEqualTo(ThisProgram.nameAndVersion() + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port|80800|-p/--port: \"80800\"",
        "-P|-1|-P/--period: \"-1\"",
        "-c|localhost|-c/--connect: \"localhost\"",
        "--make-connection|0.0.0.0:8080|-c/--connect: 0.0.0.0",
        "-a|no such name|-a/--host-alias: \"no such name\"",
        "--theme|pink|--theme: \"pink\""
      })
  void aBadValueIsOneLineNamingTheFlagAndTheValue(String flag, String value, String named)
      throws Exception {
    try (Program program = Program.start(folder, "--headless", flag, value)) {
      assertThat(program.exitStatus()).isEqualTo(2);
      assertThat(program.err())
          .startsWith("p2pgossip: " + named + " ")
          .endsWith("; see ./run.sh --help\n")
          .hasLineCount(1);
    }
  }

  @Test
  void aTakenPortEndsItWithOneLineAndStatusOne() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Program program =
            Program.start(folder, "--headless", "-p", Integer.toString(taken.getLocalPort()))) {
      assertThat(program.exitStatus()).isEqualTo(1);
      assertThat(program.err())
          .startsWith("p2pgossip: port " + taken.getLocalPort() + " of 127.0.0.1 is taken")
          .hasLineCount(1);
    }
  }

  @Test
  void aSwarmSaysWhichPortsItPassesOver() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Program program =
            Program.start(
                folder,
                "--headless",
                "--peers",
                "2",
                "-p",
                Integer.toString(taken.getLocalPort()),
                "--run-for",
                "0.1")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.err())
          .containsPattern(
              "passed over, because they are taken: ports " + taken.getLocalPort() + "[,.]");
    }
  }

  @Test
  void aTakenPortEndsAWindowBeforeItOpens() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Program program = Program.start(folder, "-p" + taken.getLocalPort())) {
      assertThat(program.exitStatus()).isEqualTo(1);
      assertThat(program.err())
          .startsWith("p2pgossip: port " + taken.getLocalPort() + " of 127.0.0.1 is taken")
          .hasLineCount(1);
    }
  }

  @Test
  void twoProcessesGossipAndEndInAnOrderlyWayWhenToldTo() throws Exception {
    try (Program first = Program.start(folder, "--headless", "-p0", "-P0.2")) {
      String address = first.address();
      try (Program second =
          Program.start(folder, "--headless", "-p", "0", "-c", address, "-P", "0.2", "-u")) {
        String other = second.address();

        first.awaitLine("  <-  " + other + "  ");
        second.awaitLine("  <-  " + address + "  ");

        second.terminate();
        assertThat(second.exitStatus()).isEqualTo(143);
        assertThat(second.err()).endsWith("This peer at " + other + " has ended.\n");
        first.awaitLine("  --  " + other + "  ");
      }
    }
  }

  @Test
  void aNameMeansAllItsAddresses() throws Exception {
    Path hosts =
        Files.writeString(
            folder.resolve("hosts"), "127.0.0.1 both.example\n127.0.0.2 both.example\n");
    List<String> jvm = List.of("-Djdk.net.hosts.file=" + hosts);
    try (Program peer = Program.startWith(folder, jvm, "--headless", "-p0", "-a", "both.example");
        Program forgetting = Program.startWith(folder, jvm, "--forget", "both.example:9")) {
      String address = peer.address();
      String second = address.replace("127.0.0.1", "127.0.0.2");
      try (Program caller = Program.start(folder, "--headless", "-p0", "-c", second)) {
        caller.awaitLine("  ++  " + second + "  ");
      }
      assertThat(forgetting.exitStatus()).isZero();
      assertThat(forgetting.out())
          .containsPattern("(?m)^p2pgossip: no key .* 127\\.0\\.0\\.1:9\\.$")
          .containsPattern("(?m)^p2pgossip: no key .* 127\\.0\\.0\\.2:9\\.$")
          .hasLineCount(2);
    }
  }

  @Test
  void severalTargetsCanFollowOneFlagAndNamesAreLookedUp() throws Exception {
    try (Program first = Program.start(folder, "--headless", "-p0");
        Program second = Program.start(folder, "--headless", "-p0")) {
      String port = first.address().substring("127.0.0.1:".length());
      try (Program third =
          Program.start(
              folder, "--headless", "-p0", "-c", "localhost:" + port, second.address(), "-u")) {
        third.awaitLine(first.address() + " is connected");
        third.awaitLine(second.address() + " is connected");
      }
    }
  }

  @Test
  void anUnknownNameIsReportedAndThePeerContinues() throws Exception {
    try (Program program =
        Program.start(folder, "--headless", "-p0", "-P0.2", "-c", "no-such-name.invalid:1")) {
      program.awaitLine("no-such-name.invalid:1: no machine ");

      assertThat(program.process().isAlive()).isTrue();
    }
  }

  @Test
  void withoutADisplayItSaysWhatIsMissingAndContinuesWithoutAWindow() throws Exception {
    try (Program program = Program.start(folder, "-p0", "--run-for", "1")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.err())
          .startsWith("p2pgossip: no window, because ")
          .contains("p2pgossip: continuing without a window", "This peer runs at 127.0.0.1:")
          .doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void windowsThatAreToldToEndCloseTheirPeersFirst() throws Exception {
    try (ReservedPort place = new ReservedPort();
        Program peer = Program.start(folder, "--headless", "-p0");
        Program windows =
            Program.startWith(
                folder,
                List.of("-Duser.home=" + folder, "-Dglass.platform=Headless", "-Dprism.order=sw"),
                "-p" + place.endpoint().port(),
                "--theme",
                "light",
                "-c",
                peer.address())) {
      peer.awaitLine(place.endpoint() + " asked to be connected and is");
      windows.terminate();

      assertThat(windows.exitStatus()).isEqualTo(143);
      assertThat(windows.err()).isEmpty();
    }
  }
}
