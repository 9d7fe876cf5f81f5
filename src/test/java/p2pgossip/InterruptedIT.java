package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What long calculations in the packaged program leave when Ctrl+C ends them. How that of a sweep
/// ends is in [SweepIT].
class InterruptedIT {

  /// Of the processor, after which something is calculated.
  private static final Duration SOME_TIME = Duration.ofSeconds(3);

  @TempDir private Path folder;

  private Program working(String... flags) throws IOException {
    Program program = Program.startInterruptible(folder, flags);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                program
                        .process()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .compareTo(SOME_TIME)
                    > 0);
    return program;
  }

  @Test
  void aSimulationPrintsTheFiguresOfItsFirstRuns() throws Exception {
    try (Program program = working("simulate", "--runs", "1e7", "--json")) {
      program.interrupt();

      assertThat(program.exitStatus()).as(program::err).isEqualTo(130);
      assertThat(program.out())
          .matches("\\{\"runs\":[1-9][0-9]*,\"partial\":true,\"rounds\":.*\\}\n");
      assertThat(program.err()).contains("of 10,000,000 runs are done");
    }
  }

  @Test
  void aValidationPrintsTheFiguresThatAreKnown() throws Exception {
    try (Program program = working("validate")) {
      program.interrupt();

      assertThat(program.exitStatus()).as(program::err).isEqualTo(130);
      assertThat(program.out())
          .contains(" figures compared, 0 off;")
          .containsPattern("Ended early: [0-9]+ of 155 figures are known\\.\n$");
    }
  }

  @Test
  void aComparisonOfScalesHasTheRunsThatWereMade() throws Exception {
    try (Program program = Program.startInterruptible(folder, "scales", "ring")) {
      program.awaitLine("real sockets: run 2 of 30");
      program.interrupt();

      assertThat(program.exitStatus()).as(program::err).isEqualTo(130);
      assertThat(program.out())
          .startsWith("Ended early: ")
          .contains("| A rumour on a ring | real sockets | 1 | ");
    }
  }
}
