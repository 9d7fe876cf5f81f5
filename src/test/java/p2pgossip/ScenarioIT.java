package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.peer.FreePorts;
import p2pgossip.swarm.SwarmPlan;

/// Scenarios and the demonstration, in the packaged program without a window.
class ScenarioIT {

  @TempDir private Path folder;

  @Test
  void aScenarioRunsToItsEndAndLeavesItsReport() throws Exception {
    Path scenario = TrialScenario.in(folder);
    Path report = folder.resolve("report");
    try (Program program = Program.play(folder, scenario, "--report", report.toString())) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.out()).contains("a trial").contains("3/3");
      assertThat(program.err()).contains("3 peers run and are connected", "the report is in ");
      assertThat(report.resolve("report.json")).isNotEmptyFile();
      assertThat(report.resolve("figures.csv")).isNotEmptyFile();
    }
  }

  /// The order of some collections of the JDK differs from process to process.
  @Test
  void inVirtualTimeTwoProcessesWriteTheSameReport() throws Exception {
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");
    for (Path report : List.of(here, there)) {
      try (Program program =
          Program.start(
              folder,
              "--headless",
              "--scenario",
              "partition",
              "--virtual",
              "--report",
              report.toString())) {
        assertThat(program.exitStatus()).isZero();
        assertThat(program.out()).contains(", in virtual time\n", "SHA-256 of report.json: ");
      }
    }
    for (String file : List.of("report.json", "figures.csv", "arrivals.csv", "events.csv")) {
      assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
    }
  }

  @Test
  void withTlsThePeersOfAScenarioMeetByTheirKeysInEachOfItsRuns() throws Exception {
    Path scenario = TrialScenario.in(folder, "once", "again");
    Path report = folder.resolve("report");
    try (Program program = Program.play(folder, scenario, "--tls", "--report", report.toString())) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.out()).containsPattern("once +3/3 ").containsPattern("again +3/3 ");
      assertThat(program.err()).containsOnlyOnce("run 2 of 2: again");
      assertThat(Files.readString(report.resolve("report.json")))
          .contains("\"tls\": true")
          .doesNotContain("\"tls\": false");
      // Written only by peers that met over TLS.
      assertThat(Files.readString(folder.resolve("data/trusted-peers")))
          .contains("127.0.0.1:", " SHA256:");
    }
    try (Program program =
        Program.start(
            folder, "--tls", "--keystore", "own.p12", "--headless", "--scenario", "ring")) {
      assertThat(program.exitStatus()).isEqualTo(1);
      assertThat(program.err())
          .contains("p2pgossip: --keystore: own.p12: ")
          .endsWith("no such file or folder\n");
    }
  }

  @Test
  void flagsOverrideTheScenario() throws Exception {
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
  void aScenarioWithAnErrorIsRefusedWithItsLine() throws Exception {
    Path scenario = folder.resolve("trial.json");
    Files.writeString(scenario, "{\"name\": \"a trial\",\n \"peers\": 3, \"topology\": \"knot\"}");
    try (Program program = Program.play(folder, scenario)) {
      assertThat(program.exitStatus()).isEqualTo(2);
      assertThat(program.err())
          .startsWith("p2pgossip: " + scenario + ": ")
          .contains("line 2", "topology \"knot\"")
          .hasLineCount(1);
    }
  }

  @Test
  void theDemonstrationTellsItsRumorWithoutAWindowToo() throws Exception {
    try (Program program =
        Program.start(folder, "--headless", "--demo", "--peers", "3", "-p0", "-P0.2")) {
      program.awaitLine("“" + SwarmPlan.DEMONSTRATED + "”");
    }
  }
}
