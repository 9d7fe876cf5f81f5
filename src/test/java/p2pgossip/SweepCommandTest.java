package p2pgossip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {

  @TempDir Path temp;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... flags) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of("sweep"));
    all.addAll(List.of(flags));
    return Main.run(
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        all.toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text).toString();
  }

  private static String experiment(String rest) {
    return """
    {"name": "a trial", "scale": "arrays", "base": {"peers": 20},
     "axes": [{"of": "fanout", "values": [1, 2]}, {"of": "loss", "values": [0, 0.5]}],
     "measures": ["reached", "t_last"], %s}
    """
        .formatted(rest);
  }

  @Test
  void aPlanIsANumberedListThatTakesAllPointsBeforeItRepeatsThem() throws IOException {
    Path folder = temp.resolve("sweep");

    assertThat(
            run(
                "plan",
                file("trial.json", experiment("\"repetitions\": 3")),
                "--out",
                folder.toString()))
        .as("%s", err)
        .isZero();

    assertThat(out.toString(UTF_8)).contains("a trial: 4 points, each run 3 times: 12 runs");
    List<String> work = Files.readAllLines(folder.resolve("work.csv"));
    assertThat(work).hasSize(13);
    assertThat(work.getFirst()).isEqualTo("number,repetition,seed,fanout,loss");
    assertThat(work.get(1)).matches("1,1,-?[0-9]+,1,0");
    assertThat(work.get(4)).matches("4,1,-?[0-9]+,2,0.5");
    assertThat(work.get(5)).matches("5,2,-?[0-9]+,1,0");
    assertThat(Files.readString(folder.resolve("sweep.json")))
        .contains("\"version\": 1", "\"program\": \"p2pgossip")
        .containsPattern("\"experiment\": \"[0-9a-f]{64}\"");
  }

  @Test
  void aSweepOfTooManyRunsIsRefusedWithWhatWouldFit() throws IOException {
    String many = file("many.json", experiment("\"repetitions\": 5000000"));

    assertThat(run("plan", many, "--out", temp.resolve("sweep").toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .contains("many.json: line 1: 4 points, each run 5,000,000 times, are more than 10,000,000")
        .contains("up to 2500000 repetitions would fit");
    assertThat(temp.resolve("sweep")).doesNotExist();
  }

  @Test
  void aFolderWithSomethingElseIsRefused() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("letters"));
    Files.writeString(folder.resolve("letter.txt"), "dear");

    assertThat(run("plan", "redundancy", "--out", folder.toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .contains("letters: it is not empty, and holds no sweep; choose a new folder");
    assertThat(folder.toFile().list()).containsExactly("letter.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep.json | this sweep is of \"p2pgossip 0.1\", and this is p2pgossip",
        "experiment.json | it was changed since it was planned",
      })
  void aFolderOfAnotherVersionOrWithAChangedExperimentIsRefused(String name, String words)
      throws IOException {
    Path folder = temp.resolve("sweep");
    run("plan", "redundancy", "--out", folder.toString());
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    String changed =
        text.replaceFirst("(?<=\"program\": )\"[^\"]*\"", "\"p2pgossip 0.1\"")
            .replace("\"repetitions\": 200", "\"repetitions\": 201");
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed);

    assertThat(run("plan", "redundancy", "--out", folder.toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains(words);
    assertThat(file).hasContent(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weigh | the first word must be plan, run, status or merge, not \"weigh\"",
        "plan redundancy | --out is missing",
        "plan --out x | name one file, not 0",
        "plan nothing.json --out x | there is no file \"nothing.json\"; the bundled experiments",
      })
  void whatIsWrongOnTheCommandLineIsSaidInWords(String flags, String words) {
    assertThat(run(flags.split(" "))).isNotZero();

    assertThat(err.toString(UTF_8)).contains(words);
  }

  @Test
  void onlyTheFirstWordIsASubcommand() {
    int status =
        Main.run(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            "--report",
            "sweep");

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--report").doesNotContain("p2pgossip sweep");
  }
}
