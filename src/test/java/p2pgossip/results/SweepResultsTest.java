package p2pgossip.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.wire.ExperimentJson;

class SweepResultsTest {

  private static final String VERSION = "p2pgossip test";

  @TempDir Path temp;

  /// A folder with four repetitions of two points, of which one failed.
  private SweepFolder folder(String luck) throws Exception {
    Experiment experiment =
        ExperimentJson.read(
            """
            {"name": "a trial", "scale": "arrays", "base": {"peers": 30},
             "axes": [{"of": "strategy", "values": ["push", "pull"]}],
             "measures": ["t_last"], "repetitions": 4, "common_random_numbers": %s}
            """
                .formatted(luck)
                .getBytes(UTF_8));
    SweepFolder folder = SweepFolder.plan(experiment, VERSION, temp.resolve("sweep"));
    ResultTable table = new ResultTable(experiment, VERSION);
    double[][] rounds = {{5, 6, 7, 8}, {4, 4, Double.NaN, 7}};
    try (RunLog log = RunLog.open(folder.path().resolve("runs-1-of-1.csv"))) {
      for (int repetition = 3; repetition >= 0; repetition--) {
        for (int point = 1; point >= 0; point--) {
          double value = rounds[point][repetition];
          log.append(
              table.logLine(
                  Double.isNaN(value)
                      ? Outcome.failed(point, repetition, "it broke, \"badly\"")
                      : Outcome.measured(
                          point, repetition, it -> it == Measure.T_LAST ? value : Double.NaN)));
        }
      }
    }
    return folder;
  }

  @Test
  void aPointIsSummedUpWithItsInterval() throws Exception {
    PointSummary push = SweepResults.summaries(folder("true")).getFirst();

    Summary rounds = push.measures().get(Measure.T_LAST);
    assertThat(push.runs()).isEqualTo(4);
    assertThat(rounds.mean()).isEqualTo(6.5);
    assertThat(rounds.standardError()).isEqualTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
    // Student's t for 3 degrees of freedom at 0.975, from tables: 3.1824.
    assertThat(rounds.high() - rounds.mean())
        .isEqualTo(3.18245 * rounds.standardError(), within(1e-4));
    assertThat(rounds.mean() - rounds.low())
        .isEqualTo(rounds.high() - rounds.mean(), within(1e-12));
    assertThat(rounds.quantiles().least()).isEqualTo(5);
    assertThat(rounds.quantiles().median()).isEqualTo(6.5);
    assertThat(rounds.quantiles().greatest()).isEqualTo(8);
    assertThat(push.difference(Measure.T_LAST)).isNull();
  }

  @Test
  void whereLuckIsSharedTheSameRepetitionsAreSubtracted() throws Exception {
    PointSummary pull = SweepResults.summaries(folder("true")).getLast();

    assertThat(pull.failed()).isEqualTo(1);
    Summary difference = pull.difference(Measure.T_LAST);
    assertThat(difference).isNotNull();
    assertThat(difference.runs()).isEqualTo(3);
    // 4 - 5, 4 - 6 and 7 - 8.
    assertThat(difference.mean()).isEqualTo(-4.0 / 3, within(1e-12));
    assertThat(difference.standardError()).isEqualTo(1.0 / 3, within(1e-12));
  }

  @Test
  void withLuckOfTheirOwnNothingIsSubtracted() throws Exception {
    assertThat(SweepResults.summaries(folder("false")))
        .allSatisfy(point -> assertThat(point.differences()).isEmpty());
  }

  @Test
  void theTableHasARowForEachRunInTheOrderOfThePoints() throws Exception {
    SweepFolder folder = folder("true");
    assertThat(SweepResults.write(folder)).isEmpty();

    List<String> rows = Files.readAllLines(folder.path().resolve("results.csv"));
    assertThat(rows).hasSize(9);
    assertThat(rows.getFirst())
        .startsWith("repetition,seed,scale,scenario,peers,topology,strategy,fanout,interest,")
        .endsWith(",messages_per_peer_second,bytes_per_peer_second,failure,version");
    assertThat(rows.get(1)).matches("1,-?[0-9]+,arrays,,30,complete,push,1,never,.*,5\\.0,.*");
    assertThat(rows.get(7))
        .startsWith("3,")
        .contains(",pull,")
        .contains("\"it broke, \"\"badly\"\"\"");
    assertThat(Files.list(folder.path()).map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrder(
            "experiment.json",
            "sweep.json",
            "work.csv",
            "runs-1-of-1.csv",
            "runs-1-of-1.lock",
            "results.csv",
            "results.parquet",
            "summary.csv");
  }

  /// A process that is killed while it sorts leaves a copy of the logs behind.
  @Test
  void whatAnEarlierProcessLeftWhileItSortedIsDeletedOnceItIsOld() throws Exception {
    SweepFolder folder = folder("true");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    for (String name : List.of(".sorting-old", ".sorting-begun", ".sorting-used")) {
      Path left = Files.createDirectory(folder.path().resolve(name));
      Path part = Files.writeString(left.resolve("part-0"), "1,2,3\n");
      Files.setLastModifiedTime(left, name.endsWith("begun") ? FileTime.from(Instant.now()) : old);
      if (!name.endsWith("used")) {
        Files.setLastModifiedTime(part, old);
      }
    }
    Path parquet = Files.writeString(folder.path().resolve(".sorting-parquet-1"), "PAR1");
    Files.setLastModifiedTime(parquet, old);

    assertThat(SweepResults.write(folder)).isEmpty();

    assertThat(Files.list(folder.path()).map(file -> file.getFileName().toString()))
        .filteredOn(name -> name.startsWith("."))
        .containsExactlyInAnyOrder(".sorting-begun", ".sorting-used");
  }

  @Test
  void parquetHasTheSameRowsWithNumbersAsNumbers() throws Exception {
    SweepFolder folder = folder("true");
    assertThat(SweepResults.write(folder)).isEmpty();

    List<Map<String, Object>> rows;
    try (Stream<Map<String, Object>> read =
        ParquetReader.streamContent(
            folder.path().resolve("results.parquet").toFile(), new Rows())) {
      rows = read.toList();
    }

    assertThat(rows).hasSize(8);
    assertThat(rows.getFirst())
        .containsEntry("repetition", 1)
        .containsEntry("seed", folder.experiment().seed(0, 0))
        .containsEntry("peers", 30.0)
        .containsEntry("strategy", "push")
        .containsEntry("t_last", 5.0)
        .containsEntry("version", VERSION);
    assertThat(rows.get(6)).containsEntry("failure", "it broke, \"badly\"");
    assertThat(rows.get(6).get("t_last")).isNull();
  }

  private static final class Rows
      implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {

    @Override
    public Map<String, Object> start() {
      return new HashMap<>();
    }

    @Override
    public Map<String, Object> add(Map<String, Object> row, String[] name, Object value) {
      row.put(String.join(".", name), value);
      return row;
    }

    @Override
    public Map<String, Object> finish(Map<String, Object> row) {
      return row;
    }
  }
}
