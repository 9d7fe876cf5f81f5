package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.original.ReservedPort;
import p2pgossip.peer.FreePorts;

/// The packaged program, as a process.
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
      assertThat(version.out()).isEqualTo(LaunchOptions.PROGRAM + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port|80800|-p/--port: \"80800\" is not a number from 0 to 65535",
        "-p|http|-p/--port: \"http\" is not a number from 0 to 65535",
        "-P|0|-P/--period: \"0\" is not a number from 0.1 to 86400",
        "--message_interval|1e99|-P/--period: \"1e99\" is not a number from 0.1 to 86400",
        "-P|-1|-P/--period: \"-1\" is not a number from 0.1 to 86400",
        "-c|localhost|-c/--connect: \"localhost\" has no port; write host:port, such as"
            + " 127.0.0.1:8081",
        "--make-connection|0.0.0.0:8080|-c/--connect: 0.0.0.0 stands for every address of a"
            + " machine, not for one peer",
        "-a|no such name|-a/--host-alias: \"no such name\" is neither an IP address nor a name",
        "--windows|0|--windows: \"0\" is not a number from 1 to 20",
        "--theme|pink|--theme: \"pink\" is not one of light, dark and system",
        "--max-peers|many|--max-peers: \"many\" is not a number from 1 to 100000"
      })
  void aBadValueIsOneLineNamingTheFlagTheValueAndWhatIsAllowed(
      String flag, String value, String words) throws Exception {
    try (Program program = Program.start(folder, "--headless", flag, value)) {
      assertThat(program.exitStatus()).isEqualTo(2);
      assertThat(program.err()).isEqualTo("p2pgossip: " + words + "; see ./run.sh --help\n");
    }
  }

  @Test
  void aScenarioRunsToItsEndAndLeavesItsReport() throws Exception {
    Path scenario = folder.resolve("trial.json");
    Files.writeString(
        scenario,
        """
        {"name": "a trial", "peers": 3, "topology": "line", "lasts": "10 s", "quiet": "500 ms",
         "settings": {"sentences": false, "strategy": "flood"},
         "actions": [{"at": "0 s", "do": "spread", "by": 1}]}
        """);
    Path report = folder.resolve("report");
    try (Program program =
        Program.start(
            folder,
            "--headless",
            "--scenario",
            scenario.toString(),
            "--report",
            report.toString())) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.out()).contains("a trial").contains("3/3");
      assertThat(program.err()).contains("3 peers run and are connected", "the report is in ");
      assertThat(report.resolve("report.json")).isNotEmptyFile();
      assertThat(report.resolve("figures.csv")).isNotEmptyFile();
    }
  }

  @Test
  void withTlsThePeersOfAScenarioMeetByTheirKeysInEachOfItsRuns() throws Exception {
    Path scenario = folder.resolve("trial.json");
    Files.writeString(
        scenario,
        """
        {"name": "a trial", "peers": 3, "topology": "line", "lasts": "10 s", "quiet": "500 ms",
         "settings": {"sentences": false, "strategy": "flood"},
         "actions": [{"at": "0 s", "do": "spread", "by": 1}],
         "variants": [{"name": "once"}, {"name": "again"}]}
        """);
    Path report = folder.resolve("report");
    try (Program program =
        Program.start(
            folder,
            "--tls",
            "--headless",
            "--scenario",
            scenario.toString(),
            "--report",
            report.toString())) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.out()).containsPattern("once +3/3 ").containsPattern("again +3/3 ");
      assertThat(program.err()).containsOnlyOnce("run 2 of 2: again");
      assertThat(Files.readString(report.resolve("report.json")))
          .contains("\"tls\": true")
          .doesNotContain("\"tls\": false");
      // Written by nobody but peers that met over TLS.
      assertThat(Files.readString(folder.resolve("data/trusted-peers")))
          .contains("127.0.0.1:", " SHA256:");
    }
    try (Program program =
        Program.start(
            folder, "--tls", "--keystore", "own.p12", "--headless", "--scenario", "ring")) {
      assertThat(program.exitStatus()).isEqualTo(1);
      assertThat(program.err())
          .endsWith("p2pgossip: --keystore: own.p12: there is no such file or folder\n");
    }
  }

  @Test
  void flagsGoBeforeWhatAScenarioSays() throws Exception {
    Path scenario = folder.resolve("trial.json");
    Files.writeString(
        scenario,
        """
        {"name": "a trial", "peers": 2, "topology": "line", "lasts": "1 s", "seed": 1,
         "settings": {"period": "5 s", "sentences": false, "strategy": "flood"}}
        """);
    Path report = folder.resolve("report");
    int port = FreePorts.nextFrom(8_300);
    try (Program program =
        Program.start(
            folder,
            ("--headless --scenario %s --report %s -p %s --seed 42 -P 0.3 --strategy push --fanout"
                    + " 2 --interest coin:7 --max-peers 9 --failures 2 --text @file -u")
                .formatted(scenario, report, port)
                .split(" "))) {
      assertThat(program.exitStatus()).isZero();
      assertThat(Files.readString(report.resolve("report.json")).replaceAll("\\s+", ""))
          .contains(
              "\"seed\":42",
              "\"address\":\"127.0.0.1:" + port,
              "\"period\":\"300ms\"",
              "\"strategy\":\"push\"",
              "\"fanout\":2",
              "\"interest\":\"coin:7\"",
              "\"max_peers\":9",
              "\"failure_limit\":2",
              "\"text\":\"@file\"",
              "\"sentences\":true",
              "\"update\":true");
    }
  }

  @Test
  void theDemonstrationTellsItsRumorWithoutAWindowToo() throws Exception {
    try (Program program =
        Program.start(folder, "--headless", "--demo", "--peers", "3", "-p0", "-P0.2")) {
      awaitLine(program, "A rumour begins here: “The tea kettle is haunted.”");
    }
  }

  @Test
  void aScenarioWithAMistakeIsRefusedWithItsLine() throws Exception {
    Path scenario = folder.resolve("trial.json");
    Files.writeString(scenario, "{\"name\": \"a trial\",\n \"peers\": 3, \"topology\": \"knot\"}");
    try (Program program = Program.start(folder, "--headless", "--scenario", scenario.toString())) {
      assertThat(program.exitStatus()).isEqualTo(2);
      assertThat(program.err())
          .startsWith("p2pgossip: " + scenario + ": ")
          .contains("line 2", "there is no topology \"knot\"")
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
              "passed over, for they are taken: ports " + taken.getLocalPort() + "[,.]");
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
      String address = addressOf(first);
      try (Program second =
          Program.start(folder, "--headless", "-p", "0", "-c", address, "-P", "0.2", "-u")) {
        String other = addressOf(second);

        awaitLine(first, "  <-  " + other + "  ");
        awaitLine(second, "  <-  " + address + "  ");

        second.terminate();
        assertThat(second.exitStatus()).isEqualTo(143);
        assertThat(second.err()).endsWith("This peer at " + other + " has ended.\n");
        awaitLine(first, "  --  " + other + "  ");
      }
    }
  }

  @Test
  void twoProcessesGossipOverTlsAndTellByWhichKeyTheyKnowEachOther() throws Exception {
    try (Program first = Program.start(folder, "--headless", "-p0", "-P0.2", "--tls")) {
      String address = addressOf(first);
      awaitLine(first, "This peer speaks HTTPS and is known by SHA256:");
      try (Program second =
          Program.start(folder, "--headless", "-p0", "-c", address, "-P", "0.2", "--tls")) {
        String other = addressOf(second);

        awaitLine(second, "First met " + address + ", which is known from now on by SHA256:");
        awaitLine(first, "  <-  " + other + "  ");
        awaitLine(second, "  <-  " + address + "  ");
      }
      try (Program plain = Program.start(folder, "--headless", "-p0", "-c", address)) {
        awaitLine(plain, "it speaks HTTPS only, and this peer plain HTTP");
        awaitLine(first, "it speaks plain HTTP, and this peer HTTPS only");
      }
      first.terminate();
      assertThat(first.exitStatus()).isEqualTo(143);
      assertThat(first.err()).endsWith("This peer at " + address + " has ended.\n");

      try (Program forgets = Program.start(folder, "--forget", address);
          Program again = Program.start(folder, "--forget", "127.0.0.1:1");
          Program nonsense = Program.start(folder, "--forget", "nonsense")) {
        assertThat(forgets.exitStatus()).isZero();
        assertThat(forgets.out())
            .startsWith("p2pgossip: " + address + " is forgotten, which was known by SHA256:");
        assertThat(again.exitStatus()).isZero();
        assertThat(again.out()).isEqualTo("p2pgossip: nothing was remembered of 127.0.0.1:1.\n");
        assertThat(nonsense.exitStatus()).isEqualTo(2);
        assertThat(nonsense.err()).startsWith("p2pgossip: --forget: \"nonsense\" has no port");
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
      String address = addressOf(peer);
      String second = address.replace("127.0.0.1", "127.0.0.2");
      try (Program caller = Program.start(folder, "--headless", "-p0", "-c", second)) {
        awaitLine(caller, "  ++  " + second + "  ");
      }
      assertThat(forgetting.exitStatus()).isZero();
      assertThat(forgetting.out())
          .isEqualTo(
              "p2pgossip: nothing was remembered of 127.0.0.1:9.\n"
                  + "p2pgossip: nothing was remembered of 127.0.0.2:9.\n");
    }
  }

  @Test
  void processesThatKnowThePasswordGossipOverTlsAndOthersAreRefusedOnBothSides() throws Exception {
    Path password = Files.writeString(folder.resolve("class.txt"), "open sesame\n");
    Path another = Files.writeString(folder.resolve("guess.txt"), "open barley\n");
    String[] flags = {
      "--headless", "-p0", "-P0.2", "--tls", "--password-file", password.toString()
    };
    try (Program first = Program.start(folder, flags)) {
      String address = addressOf(first);
      try (Program second = Program.start(folder, with(flags, "-c", address))) {
        String other = addressOf(second);
        awaitLine(first, "  <-  " + other + "  ");
        awaitLine(second, "  <-  " + address + "  ");
      }
      try (Program guessing =
          Program.start(
              folder,
              "--headless",
              "-p0",
              "--tls",
              "-c",
              address,
              "--password-file",
              another.toString())) {
        awaitLine(guessing, address + " is sent nothing: it has another password than this peer.");
        awaitLine(first, "Somebody called and was turned away: it has another password.");
        assertThat(guessing.err()).doesNotContain("open barley");
      }
      assertThat(first.err()).doesNotContain("open sesame");
      assertThat(first.process().info().commandLine().orElse("")).doesNotContain("open sesame");
    }
  }

  private static String[] with(String[] flags, String... more) {
    return Stream.of(flags, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void aPasswordThatIsNoneOrWouldGoInTheClearIsRefusedInWords() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "\n");
    Path good = Files.writeString(folder.resolve("good.txt"), "open sesame\n");
    try (Program none = Program.start(folder, "--headless", "--password-file", empty.toString());
        Program missing =
            Program.start(folder, "--headless", "--password-file", folder + "/missing.txt");
        Program clear =
            Program.start(
                folder,
                "--headless",
                "-p0",
                "-a",
                "192.0.2.1",
                "--password-file",
                good.toString())) {
      assertThat(none.exitStatus()).isEqualTo(2);
      assertThat(none.err())
          .endsWith(
              "p2pgossip: --password-file: "
                  + empty
                  + ": a password must not be empty; see ./run.sh --help\n");
      assertThat(missing.exitStatus()).isEqualTo(2);
      assertThat(missing.err())
          .isEqualTo(
              "p2pgossip: --password-file: "
                  + folder
                  + "/missing.txt: there is no such file or folder; see ./run.sh --help\n");
      assertThat(clear.exitStatus()).isEqualTo(1);
      assertThat(clear.err())
          .endsWith(
              "p2pgossip: a password is used between machines only over encrypted connections;"
                  + " start with --tls, or listen on this machine only (no host alias)\n");
    }
  }

  @Test
  void onlyWhoMakesACertificateLoadsWhatMakesIt() throws Exception {
    for (String run : List.of("made", "kept")) {
      Path classes = folder.resolve(run + ".log");
      try (Program program =
          Program.startWith(
              folder,
              List.of("-Xlog:class+load=info:file=" + classes),
              "--headless",
              "-p0",
              "--tls",
              "--run-for",
              "0.5")) {
        assertThat(program.exitStatus()).isZero();
        assertThat(Files.readString(classes).contains("org.bouncycastle"))
            .isEqualTo(run.equals("made"));
      }
    }
  }

  @Test
  void keyFilesWithoutTlsAreRefusedInWords() throws Exception {
    try (Program alone = Program.start(folder, "--headless", "--keystore", "own.p12");
        Program missing = Program.start(folder, "--headless", "--tls", "--keystore", "own.p12")) {
      assertThat(alone.exitStatus()).isEqualTo(2);
      assertThat(alone.err())
          .isEqualTo("p2pgossip: --keystore: it needs --tls; see ./run.sh --help\n");
      assertThat(missing.exitStatus()).isEqualTo(1);
      assertThat(missing.err())
          .isEqualTo("p2pgossip: --keystore: own.p12: there is no such file or folder\n");
    }
  }

  @Test
  void severalTargetsCanFollowOneFlagAndNamesAreLookedUp() throws Exception {
    try (Program first = Program.start(folder, "--headless", "-p0");
        Program second = Program.start(folder, "--headless", "-p0")) {
      String port = addressOf(first).substring("127.0.0.1:".length());
      try (Program third =
          Program.start(
              folder, "--headless", "-p0", "-c", "localhost:" + port, addressOf(second), "-u")) {
        awaitLine(third, addressOf(first) + " is connected");
        awaitLine(third, addressOf(second) + " is connected");
      }
    }
  }

  @Test
  void aNameThatLeadsNowhereIsSaidAndThePeerRunsOn() throws Exception {
    try (Program program =
        Program.start(folder, "--headless", "-p0", "-P0.2", "-c", "no-such-name.invalid:1")) {
      awaitLine(
          program,
          "Could not connect to no-such-name.invalid:1: no machine named"
              + " \"no-such-name.invalid\" is known here.");

      assertThat(program.process().isAlive()).isTrue();
    }
  }

  @Test
  void aPeerWithoutAWindowLoadsNoJavaFxAndNothingElseThatItDoesNotNeed() throws Exception {
    Path classes = folder.resolve("classes.log");
    try (Program program =
        Program.startWith(
            folder,
            List.of("-Xlog:class+load=info:file=" + classes),
            "--headless",
            "-p0",
            "--run-for",
            "0.5")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(Files.readString(classes))
          .contains("p2pgossip.gossip.GossipEngine")
          .doesNotContain(
              "javafx.", "com.sun.glass", "atlantafx", "org.bouncycastle", "sun.security.ssl")
          // Nor what nobody has asked for: the first brings the whole flight recorder with it.
          .doesNotContain("p2pgossip.profile.EngineStepEvent", "io.prometheus");
    }
  }

  @Test
  void withoutADisplayItSaysWhatIsMissingAndGoesOnWithoutAWindow() throws Exception {
    try (Program program = Program.start(folder, "-p0", "--run-for", "1")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.err())
          .startsWith("p2pgossip: no window, because ")
          .contains("p2pgossip: going on without a window", "This peer runs at 127.0.0.1:")
          .doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void aRehearsalLoadsWhatARealScreenNeedsWithoutOne() throws Exception {
    Path classes = folder.resolve("classes.log");
    try (Program program =
        Program.startMain(
            "p2pgossip.Rehearsal",
            folder,
            List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Xlog:class+load=info:file=" + classes),
            "-p0",
            "--run-for",
            "0.5")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.err()).isEmpty();
      boolean onMac = System.getProperty("os.name").startsWith("Mac");
      assertThat(Files.readString(classes))
          .contains(onMac ? "com.sun.glass.ui.mac.MacWindow" : "com.sun.glass.ui.gtk.GtkWindow")
          .contains("p2pgossip.ui.PeerWindow");
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
                addressOf(peer))) {
      awaitLine(peer, place.endpoint() + " asked to be connected and is");
      windows.terminate();

      assertThat(windows.exitStatus()).isEqualTo(143);
      assertThat(windows.err()).isEmpty();
    }
  }

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
                addressOf(other),
                "--profile",
                file.toString())) {
      address = addressOf(program);
      awaitLine(other, "  <-  " + address + "  ");
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
    Path scenario = folder.resolve("trial.json");
    Files.writeString(
        scenario,
        """
        {"name": "a trial", "peers": 3, "topology": "line", "lasts": "10 s", "quiet": "500 ms",
         "settings": {"sentences": false, "strategy": "flood"},
         "actions": [{"at": "0 s", "do": "spread", "by": 1}]}
        """);
    Path file = folder.resolve("run.jfr");
    try (Program program =
        Program.start(
            folder,
            "--headless",
            "--scenario",
            scenario.toString(),
            "--profile",
            file.toString())) {
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
                addressOf(peer),
                "--profile",
                file.toString())) {
      awaitLine(peer, "seen from a window");
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
          .isEqualTo(
              "p2pgossip: --profile: \"%s\" is a folder; name a file, such as %s; see ./run.sh"
                      .formatted(folder, folder.resolve("p2pgossip.jfr"))
                  + " --help\n");
    }
  }

  private static List<RecordedEvent> recorded(Path file, String name) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }

  private static String addressOf(Program program) {
    return program.address();
  }

  private static void awaitLine(Program program, String part) {
    program.awaitLine(part);
  }
}
