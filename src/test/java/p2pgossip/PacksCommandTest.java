package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.pack.Samples;

class PacksCommandTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... flags) {
    return new PacksCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new EndSignals(),
            _ -> {})
        .run(flags);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void manyPacksBecomeOneTable() throws IOException {
    Path packs = Files.createDirectory(folder.resolve("packs"));
    Path csv = folder.resolve("class.csv");
    Samples.write(packs.resolve("ana.zip"), "Ana", Samples.ring(200, NOON));
    Samples.write(packs.resolve("bo.zip"), "Bo", Samples.ring(120, NOON.plusSeconds(3)));

    assertThat(run(packs.toString(), "--csv", csv.toString())).isZero();
    assertThat(printed()).contains("| Ana | 200 | 72 |", "| Bo | 120 | 8 |");
    assertThat(Files.readAllLines(csv)).hasSize(3);
    assertThat(told()).isEqualTo("p2pgossip packs: the table is in " + csv + "\n");
  }

  @Test
  void theRunsAreMadeAgain() {
    Path pack = Samples.write(folder.resolve("ana.zip"), "Ana", Samples.ring(200, NOON));

    assertThat(run(pack.toString(), "--check")).isZero();
    assertThat(printed()).contains("| “ring” DIFFERS in ");
  }

  @Test
  void whatIsNoPackIsToldAndTheOthersAreShown() throws IOException {
    Path pack = Samples.write(folder.resolve("ana.zip"), "Ana", Samples.ring(200, NOON));
    Path bad = Files.writeString(folder.resolve("bad.zip"), "Hello");

    assertThat(run(bad.toString(), pack.toString())).isEqualTo(1);
    assertThat(printed()).contains("| Ana | 200 | 72 |");
    assertThat(told())
        .isEqualTo("p2pgossip packs: " + bad + ": it is no zip file, or a damaged one\n");
  }

  @Test
  void wrongFlagsAreRefused() {
    assertThat(run()).isEqualTo(2);
    assertThat(told())
        .isEqualTo(
            "p2pgossip packs: name the lab packs, or the folder in which they are; see ./run.sh"
                + " packs --help\n");
    assertThat(run("--help")).isZero();
    assertThat(printed()).startsWith("Reads the lab packs of many students into one table.");
  }
}
