package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.experiment.Stage;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.network.Run;
import p2pgossip.testing.Recorder;

/// Virtual time stands for real time too.
class ScalesCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final EndSignals signals = new EndSignals();
  private final Recorder<Integer> endedAtOnce = new Recorder<>();

  private int run(String line) {
    return run(line, VirtualStage.MAKER);
  }

  private int run(String line, Stage.Maker real) {
    return new ScalesCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            real,
            signals,
            endedAtOnce::accept)
        .run(line.split(" "));
  }

  /// Tells the program to end as the third run begins.
  private final class EndingInTheThird implements Stage.Maker {

    private final Recorder<Long> made = new Recorder<>();

    @Override
    public InstantSource clock() {
      return VirtualStage.MAKER.clock();
    }

    @Override
    public Run.Time time() {
      return Run.Time.VIRTUAL;
    }

    @Override
    public Stage make(long seed) throws IOException {
      made.accept(seed);
      if (made.size() == 3) {
        signals.signalled(130);
      }
      return VirtualStage.MAKER.make(seed);
    }
  }

  @Test
  void aSignalEndsItWithTheRunsThatAreDone(@TempDir Path folder) throws Exception {
    String line = "ring --real-runs 5 --virtual-runs 5 --out " + folder.resolve("scales");

    assertThat(run(line, new EndingInTheThird())).isEqualTo(130);

    assertThat(printed())
        .startsWith("Ended early: the figures are those of the runs that were made until then.\n")
        .contains("| A rumour on a ring | real sockets | 2 | 1.000 ± 0.000 | ")
        .doesNotContain("virtual time |");
    assertThat(folder.resolve("scales/scales.md")).content().isEqualTo(printed());
    assertThat(Files.readString(folder.resolve("scales/scales.json")))
        .startsWith("{\"partial\":true,");
    assertThat(folder.resolve("scales/scales.svg")).isNotEmptyFile();
    assertThat(said())
        .contains("ending, and writing the results of what is done; a second time ends at once");
    assertThat(endedAtOnce).isEmpty();
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysWhetherTheScalesAgree() {
    assertThat(run("ring --real-runs 6 --virtual-runs 6 --array-runs 20")).isZero();

    assertThat(printed())
        .contains("| A rumour on a ring | real sockets | 6 | 1.000 ± 0.000 | ")
        .contains("| A rumour on a ring | arrays, in step | 20 | 1.000 ± 0.000 | 6.000 ± 0.000 | ")
        .contains("- t50, virtual time less real sockets: ")
        .contains("- t99, arrays, in step less virtual time, in step: +0.0000, standard error")
        .doesNotContain("DIFFERS");
    assertThat(said()).contains("A rumour on a ring, real sockets: run 6 of 6\n");
  }

  @Test
  void writesItAllIntoAFolder(@TempDir Path folder) throws Exception {
    int _ = run("mixed --real-runs 2 --virtual-runs 2 --out " + folder.resolve("scales"));

    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("scales/scales.json")))
            .getAsJsonObject();
    assertThat(json.getAsJsonArray("spreads")).hasSize(2);
    assertThat(
            json.getAsJsonArray("spreads")
                .get(0)
                .getAsJsonObject()
                .get("without_arrays")
                .getAsString())
        .contains("original");
    assertThat(folder.resolve("scales/scales.md")).content().isEqualTo(printed());
    assertThat(
            DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("scales/scales.svg").toFile())
                .getElementsByTagName("polyline")
                .getLength())
        // Two lines in each of the two charts, and in the legend.
        .isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere.json | there is no file \"nowhere.json\"; the bundled scenarios are",
        "ring --real-runs -1 | --real-runs: ",
        "ring --virtual-runs 0 | --virtual-runs: ",
        "ring --loud | Unknown option: '--loud'",
      })
  void whatIsWrongIsSaidInWords(String line, String words) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(said())
        .startsWith("p2pgossip scales: " + words)
        .endsWith("; see ./run.sh scales --help\n");
  }

  @Test
  void hasAHelp() {
    assertThat(run("--help")).isZero();
    assertThat(printed()).contains("./run.sh scales [SCENARIO...] [flags]").contains("--real-runs");
  }
}
