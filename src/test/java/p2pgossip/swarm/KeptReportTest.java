package p2pgossip.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.export.ReportFiles;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;

/// Reports of version 1.0 are still read.
class KeptReportTest {

  private static final Path KEPT = Path.of("src/test/resources/kept/1.0");

  @TempDir private Path folder;

  @Test
  void aScenarioWithEveryFieldOfVersionOneOpens() throws IOException {
    Scenario scenario = ScenarioFiles.read(KEPT.resolve("scenario.json").toString());

    assertThat(scenario.name()).isEqualTo("Kept of 1.0");
    assertThat(scenario.actions()).hasSize(12);
    assertThat(scenario.settings().spreading().strategy()).isEqualTo(Strategy.PUSH);
    assertThat(scenario.settings().period()).isEqualTo(Duration.ofMillis(300));
    assertThat(scenario.runs())
        .extracting(run -> run.name())
        .containsExactly("push", "flooded on a ring");
  }

  @ParameterizedTest
  @ValueSource(strings = {"figures.csv", "arrivals.csv", "curve.csv", "rounds.csv", "events.csv"})
  void aTableStillBeginsWithTheColumnsOfVersionOne(String table) throws IOException {
    Scenario scenario = ScenarioFiles.read(KEPT.resolve("scenario.json").toString());
    ReportFiles.write(new Report(scenario, Instant.EPOCH, true, List.of()), "p2pgossip", folder);

    assertThat(head(folder.resolve(table)))
        .startsWith(head(KEPT.resolve("report").resolve(table)).toArray(String[]::new));
  }

  private static List<String> head(Path file) throws IOException {
    return List.of(Files.readAllLines(file).getFirst().split(","));
  }
}
