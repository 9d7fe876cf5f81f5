package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a sweep in the packaged program ends when the process is told to end.
class SweepIT {

  @TempDir private Path folder;

  private Path sweep;

  /// A sweep of minutes.
  @BeforeEach
  void plan() throws Exception {
    sweep = folder.resolve("sweep");
    Path experiment =
        Files.writeString(
            folder.resolve("long.json"),
            """
            {"name": "long", "scale": "arrays", "base": {"peers": 20000},
             "axes": [{"of": "fanout", "values": [1, 2]}],
             "repetitions": 20000, "measures": ["reached", "t_last"]}
            """);
    try (Program plan =
        Program.start(folder, "sweep", "plan", experiment.toString(), "--out", sweep.toString())) {
      assertThat(plan.exitStatus()).as(plan::err).isZero();
    }
  }

  private Program run() throws IOException {
    return Program.startInterruptible(folder, "sweep", "run", sweep.toString());
  }

  private long done() throws IOException {
    Path log = sweep.resolve("runs-1-of-1.csv");
    try (Stream<String> lines = Files.exists(log) ? Files.lines(log) : Stream.empty()) {
      return Math.max(0, lines.count() - 1);
    }
  }

  private void awaitMoreThan(long runs) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> done() > runs);
  }

  /// Which runs are in the results.
  private List<String> results() throws IOException {
    try (Stream<String> lines = Files.lines(sweep.resolve("results.csv"))) {
      return lines.skip(1).toList();
    }
  }

  @Test
  void anInterruptedSweepLeavesTheResultsOfWhatIsDoneAndGoesOn() throws Exception {
    try (Program first = run()) {
      awaitMoreThan(10);
      first.interrupt();
      assertThat(first.exitStatus()).as(first::err).isEqualTo(130);
      assertThat(first.err())
          .endsWith("of them now; go on with ./run.sh sweep run %s\n".formatted(sweep));
    }
    List<String> before = results();
    assertThat(before).hasSize((int) done()).hasSizeGreaterThan(10);
    assertThat(sweep.resolve("results.parquet")).isNotEmptyFile();

    try (Program second = run()) {
      awaitMoreThan(before.size());
      second.terminate();
      assertThat(second.exitStatus()).as(second::err).isEqualTo(143);
      assertThat(second.err())
          .contains("%,d of 40,000 runs were done earlier".formatted(before.size()));
    }
    assertThat(results())
        .hasSize((int) done())
        .hasSizeGreaterThan(before.size())
        .doesNotHaveDuplicates()
        .containsAll(before);
    assertThat(sweep.toFile().list()).noneMatch(name -> name.startsWith("."));
  }
}
