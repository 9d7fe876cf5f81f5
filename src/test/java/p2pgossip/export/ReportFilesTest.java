package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.file.NonFile;
import p2pgossip.scenario.Report;

/// A report's files are written together or not at all.
class ReportFilesTest {

  @TempDir private Path folder;
  private Report report;

  @BeforeEach
  void read() throws IOException {
    report = new Report(ScenarioFiles.bundled("ring"), Instant.EPOCH, true, List.of());
  }

  private List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void ifOneFileCanNotBeReplacedNoneIs() throws IOException {
    ReportFiles.write(report, "the old one", folder);
    String before = Files.readString(folder.resolve("report.json"));
    Files.delete(folder.resolve("rounds.csv"));
    Files.createDirectory(folder.resolve("rounds.csv"));

    assertThatThrownBy(() -> ReportFiles.write(report, "the new one", folder))
        .hasMessageStartingWith(folder.resolve("rounds.csv") + ": ")
        .hasMessageContaining("a directory");

    assertThat(folder.resolve("report.json")).hasContent(before);
    assertThat(names(folder))
        .containsExactly(
            "arrivals.csv", "curve.csv", "events.csv", "figures.csv", "report.json", "rounds.csv");
  }

  @Test
  void aFolderIsTriedWithoutATrace() throws IOException {
    Path fresh = folder.resolve("a").resolve("b");

    ReportFiles.tryFolder(fresh);

    assertThat(names(fresh)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PIPE, '', it is not a folder",
    "FULL, '', it is not a folder",
    "SOCKET, '', it is not a folder",
    "UNDER_A_FILE, '', Not a directory",
    "BROKEN_DISK, '', it is not a folder"
  })
  void anythingButAFolderIsReportedBeforeTheFirstRun(NonFile kind, String below, String reason)
      throws Exception {
    Path none = kind.make(folder).resolve(below);

    assertThatThrownBy(() -> ReportFiles.tryFolder(none)).hasMessage(none + ": " + reason);
    assertThatThrownBy(() -> ReportFiles.write(report, "p2pgossip", none))
        .hasMessage(none + ": " + reason);
  }

  @Test
  void anObstacleToOneFileIsReportedBeforeTheFirstRun() throws IOException {
    Files.createDirectory(folder.resolve("events.csv"));

    assertThatThrownBy(() -> ReportFiles.tryFolder(folder))
        .hasMessageStartingWith(folder.resolve("events.csv") + ": ")
        .hasMessageContaining("a directory");
  }
}
