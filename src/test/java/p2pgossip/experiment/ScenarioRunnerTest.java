package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.export.ReportFiles;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ScenarioJson;

/// Runs whole scenarios in virtual time, where nothing is ever late.
class ScenarioRunnerTest {

  private static final String HEAD =
      """
      {"name": "a trial", "peers": 6, "topology": "complete", "lasts": "20 s", "quiet": "400 ms",
       "settings": {"period": "100 ms", "sentences": false, "strategy": "flood"},
      """;

  @TempDir private Path folder;

  private final Recorder<String> course = new Recorder<>();

  @Test
  void aFloodReachesAllWithTheCopiesThatTheoryAsksForAndTheRunEndsByItself() throws Exception {
    Report report =
        run(
            """
            "actions": [{"at": "0 s", "do": "spread", "by": 1}]}
            """);

    Report.Run run = report.runs().getFirst();
    assertThat(report.complete()).isTrue();
    assertThat(run.lasted()).isLessThan(Duration.ofSeconds(20));
    Report.RumorReport rumor = run.rumors().getFirst();
    assertThat(rumor.arrivals()).hasSize(6);
    assertThat(rumor.figures().population()).isEqualTo(6);
    // Each peer passes it on to all but the sender: 2|E| - (n-1) copies, and one more for each link
    // on
    // which two copies cross. That can happen on the ten links that don't lead to the origin.
    assertThat(rumor.figures().copies()).isBetween(2 * 15 - 5L, 2 * 15 - 5L + 10);
    assertThat(course).contains("run 1 of 1: a trial", "6 peers, 0 unconnected", "did at 0 ms");
  }

  @Test
  void runsAreReportedOneByOneWithTheirOwnSettings() throws Exception {
    Report report =
        run(
            """
            "actions": [{"at": "0 s", "do": "spread", "by": 1}],
            "variants": [{"name": "all", "topology": "complete"},
                         {"name": "neighbours only", "topology": "line",
                          "settings": {"strategy": "direct"}}]}
            """);

    assertThat(report.runs())
        .extracting(Report.Run::name)
        .containsExactly("all", "neighbours only");
    assertThat(report.runs())
        .extracting(run -> run.rumors().getFirst().figures().reached())
        .containsExactly(6, 2);
    assertThat(report.runs())
        .extracting(run -> run.rumors().getFirst().spread().conditions().settings())
        .extracting(settings -> settings.getFirst().spreading().strategy())
        .containsExactly(Strategy.FLOOD, Strategy.DIRECT);
  }

  /// Its settings were different when it was killed.
  @Test
  void aPeerThatComesBackIsReportedWithTheSettingsThatItHasThen() throws Exception {
    Report report =
        run(
            """
            "actions": [{"at": "0 s", "do": "kill", "peers": [2]},
                        {"at": "100 ms", "do": "change", "settings": {"strategy": "push"}},
                        {"at": "200 ms", "do": "restart", "peers": [2]},
                        {"at": "700 ms", "do": "spread", "by": 2}]}
            """);

    assertThat(report.runs().getFirst().rumors().getFirst().spread().conditions().settings())
        .extracting(settings -> settings.spreading().strategy())
        .containsExactly(Strategy.PUSH);
  }

  @Test
  void whatIsDoneAndWhatComesOfItStandsInTheReport() throws Exception {
    Report report = run(EveryAction.ACTIONS);

    Report.Run run = report.runs().getFirst();
    assertThat(run.happenings())
        .extracting(Report.Happening::what)
        .contains("kill", "begin", "end", "restart", "pause", "step", "resume", "change", "leave")
        .contains("forget", "spread", "stopped", "started", "failed");
    assertThat(run.happenings()).extracting(Report.Happening::at).isSorted();
  }

  @Test
  void aRunThatIsCancelledIsReportedAsFarAsItWent() throws Exception {
    Report report =
        new ScenarioRunner(VirtualStage.MAKER)
            .run(
                scenario(
                    """
                    "actions": [{"at": "0 s", "do": "spread", "by": 1},
                                {"at": "19 s", "do": "heal"}]}
                    """),
                new Course(),
                () -> course.contains("did at 0 ms"));

    assertThat(report.complete()).isFalse();
    assertThat(report.runs()).hasSize(1);
  }

  @Test
  void theReportIsWrittenAsTablesAndAsJson() throws Exception {
    Report report =
        run(
            """
            "actions": [{"at": "0 s", "do": "spread", "by": 1, "text": "one, \\"two\\""}]}
            """);
    Path reports = folder.resolve("new/reports");

    ReportFiles.write(report, "p2pgossip 1.0.0", reports);

    try (var files = Files.list(reports)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "report.json",
              "figures.csv",
              "arrivals.csv",
              "curve.csv",
              "rounds.csv",
              "events.csv");
    }
    List<String> figures = lines(reports.resolve("figures.csv"));
    assertThat(figures).hasSize(2);
    assertThat(figures.getFirst()).startsWith("run,rumor,origin,text,reached,population,t50");
    assertThat(figures.getLast())
        .startsWith("a trial," + report.runs().getFirst().rumors().getFirst().rumor().id() + ",1,")
        .contains(",\"one, \"\"two\"\"\",6,6,");
    assertThat(lines(reports.resolve("arrivals.csv"))).hasSize(1 + 6);
    assertThat(Files.readString(reports.resolve("report.json")))
        .contains("\"scenario\": \"a trial\"", "\"complete\": true", "\"reached\": 6");
  }

  @Test
  void whoHasHeardAndEndedIsCountedAmongThoseThatThereWere() throws Exception {
    run(
        """
        "actions": [{"at": "0 s", "do": "spread", "by": 1},
                    {"at": "3 s", "do": "kill", "peers": 6},
                    {"at": "4 s", "do": "pause"}]}
        """);

    assertThat(course).contains("6 of 6 have heard").doesNotContain("6 of 5 have heard");
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  private Report run(String rest) throws Exception {
    return new ScenarioRunner(VirtualStage.MAKER).run(scenario(rest), new Course(), () -> false);
  }

  private static Scenario scenario(String rest) throws Exception {
    return ScenarioJson.read((HEAD + rest).getBytes(StandardCharsets.UTF_8));
  }

  private final class Course implements RunListener {
    @Override
    public void putUp(Variant run, int number, int runs) {
      course.accept("run %d of %d: %s".formatted(number, runs, run.name()));
    }

    @Override
    public void began(int peers, int unconnected) {
      course.accept("%d peers, %d unconnected".formatted(peers, unconnected));
    }

    @Override
    public void did(TimedAction action) {
      course.accept("did at %d ms".formatted(action.at().toMillis()));
    }

    @Override
    public void wentOn(Duration since, int reached, int peers, long copies) {
      course.accept("%d of %d have heard".formatted(reached, peers));
    }
  }
}
