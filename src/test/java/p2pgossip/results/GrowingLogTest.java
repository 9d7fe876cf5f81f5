package p2pgossip.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.sweep.Outcome;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ExperimentJson;

class GrowingLogTest {

  private static final String VERSION = "p2pgossip test";

  @TempDir Path temp;

  private SweepFolder folder;
  private Path file;
  private ResultTable table;
  private final Recorder<Outcome> outcomes = new Recorder<>();
  private final Recorder<String> notes = new Recorder<>();

  @BeforeEach
  void plan() throws Exception {
    String experiment =
        """
        {"name": "a trial", "scale": "arrays", "base": {"peers": 30}, "repetitions": 1000,
         "measures": ["reached"]}
        """;
    folder =
        SweepFolder.plan(
            ExperimentJson.read(experiment.getBytes(UTF_8)), VERSION, temp.resolve("sweep"));
    file = folder.path().resolve("runs-1-of-1.csv");
    table = new ResultTable(folder.experiment(), VERSION);
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private String line(int repetition) {
    return table.logLine(Outcome.measured(0, repetition, _ -> 1)) + "\n";
  }

  private int[] repetitions() {
    return outcomes.all().stream().mapToInt(Outcome::repetition).toArray();
  }

  @Test
  void aLogThatIsNotThereYetIsReadFromItsBeginning() throws Exception {
    try (GrowingLog log = GrowingLog.of(folder)) {
      log.read(outcomes, notes);
      append(ResultTable.logHeader() + "\n" + line(0));
      log.read(outcomes, notes);
      append(line(1));
      log.read(outcomes, notes);
      log.read(outcomes, notes);
    }

    assertThat(repetitions()).containsExactly(0, 1);
    assertThat(notes).isEmpty();
  }

  @Test
  void aLineIsReadOnceItIsWhole() throws Exception {
    append(ResultTable.logHeader() + "\n" + line(0));
    String next = line(1);
    try (GrowingLog log = GrowingLog.of(folder)) {
      append(next.substring(0, 20));
      log.read(outcomes, notes);
      assertThat(outcomes).isEmpty();
      append(next.substring(20));
      log.read(outcomes, notes);
    }

    assertThat(repetitions()).containsExactly(1);
    assertThat(notes).isEmpty();
  }

  /// What a killed process has begun to write is cut off by the next.
  @Test
  void aLineInPartThatIsThereAtTheBeginningIsReplaced() throws Exception {
    append(ResultTable.logHeader() + "\n" + line(0) + line(1).substring(0, 20));
    try (GrowingLog log = GrowingLog.of(folder);
        RunLog other = RunLog.open(file)) {
      other.append(line(2).strip());
      log.read(outcomes, notes);
    }

    assertThat(repetitions()).containsExactly(2);
    assertThat(notes).isEmpty();
  }

  @Test
  void manyLinesAreReadAtATimeAndDamagedOnesTold() throws Exception {
    append(ResultTable.logHeader() + "\n");
    try (GrowingLog log = GrowingLog.of(folder)) {
      append("what is this?\n");
      for (int repetition = 0; repetition < 1_000; repetition++) {
        append(line(repetition));
      }
      log.read(outcomes, notes);
    }

    assertThat(repetitions()).isEqualTo(IntStream.range(0, 1_000).toArray());
    assertThat(notes).containsExactly(file + ": a line is left out: it is damaged");
  }
}
