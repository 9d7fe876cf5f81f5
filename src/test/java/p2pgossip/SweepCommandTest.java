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

  /// As after a power cut between the files, or on a damaged disk.
  @ParameterizedTest
  @CsvSource({"sweep.json, ''", "sweep.json, '{\"format\": \"p2pgo'", "experiment.json, ''"})
  void aDamagedPlanIsMadeAgainAsItsMessageSaysWithoutLosingARun(String name, String left)
      throws IOException {
    Path folder = temp.resolve("sweep");
    String trial = file("trial.json", experiment("\"repetitions\": 3"));
    assertThat(run("plan", trial, "--out", folder.toString())).isZero();
    assertThat(run("run", folder.toString())).isZero();
    String results = Files.readString(folder.resolve("results.csv"));
    Files.writeString(folder.resolve(name), left);

    assertThat(run("run", folder.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains(name + ": ")
        .contains(
            "delete sweep.json there, and plan the experiment again with ./run.sh sweep plan");
    Files.delete(folder.resolve("sweep.json"));
    assertThat(run("plan", trial, "--out", folder.toString())).as("%s", err).isZero();
    assertThat(run("run", folder.toString())).isZero();

    assertThat(err.toString(UTF_8)).contains("12 of 12 runs were done earlier");
    assertThat(folder.resolve("results.csv")).content().isEqualTo(results);
  }

  @Test
  void aPlannedSweepIsRunInShardsAndMerged() throws IOException {
    String folder = temp.resolve("sweep").toString();
    String trial = file("trial.json", experiment("\"repetitions\": 3"));
    assertThat(run("plan", trial, "--out", folder)).isZero();

    assertThat(run("run", folder, "--shard", "2/2", "--threads", "1")).as("%s", err).isZero();

    assertThat(err.toString(UTF_8))
        .contains("p2pgossip: 6 runs are done, 6 of them now, in ", " s; 0 failed");
    assertThat(out.toString(UTF_8))
        .contains("gather the results with ./run.sh sweep merge " + folder);
    assertThat(run("status", folder)).isZero();
    assertThat(out.toString(UTF_8)).contains("a trial: 6 of 12 runs are done, 0 have failed");

    assertThat(run("run", folder)).isZero();

    assertThat(err.toString(UTF_8)).contains("p2pgossip: 6 of 12 runs were done earlier");
    byte[] results = Files.readAllBytes(temp.resolve("sweep/results.csv"));
    String whole = temp.resolve("whole").toString();
    assertThat(run("merge", folder, "--out", whole)).as("%s", err).isZero();
    assertThat(temp.resolve("whole/results.csv")).hasBinaryContent(results);
    assertThat(run("merge", folder, "--out", whole)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("whole: runs were made there; name a new folder");
  }

  @Test
  void aSweepWithTwoAxesIsDrawnAsAHeatMapAsFarAsItIsDone() throws IOException {
    String folder = temp.resolve("sweep").toString();
    String picture = temp.resolve("map.svg").toString();
    assertThat(run("plan", file("t.json", experiment("\"repetitions\": 3")), "--out", folder))
        .isZero();

    assertThat(run("chart", folder, "--out", picture)).as("%s", err).isZero();
    assertThat(Files.readString(temp.resolve("map.svg")))
        .contains("– at Fanout 2.")
        .doesNotContain("100 at");

    assertThat(run("run", folder)).as("%s", err).isZero();
    assertThat(run("chart", folder, "--out", picture, "--measure", "reached")).isZero();
    assertThat(out.toString(UTF_8)).contains("The picture is in " + picture);
    // Without loss all peers hear it, with fanout 1 and 2 alike.
    assertThat(Files.readString(temp.resolve("map.svg")))
        .contains("a trial", "Reached, % of the peers", ">Fanout<", ">Lost, %<", ">50<")
        .contains("Lost 0 %: 100 at Fanout 1, 100 at Fanout 2.")
        .doesNotContain("–");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redundancy |  | a heat map takes two axes, not 1",
        "redundancy | t50 | it does not measure \"t50\"; there are reached, redundancy,",
      })
  void whatCanNotBeDrawnIsSaidInWords(String bundled, String measure, String words) {
    String folder = temp.resolve("sweep").toString();
    assertThat(run("plan", bundled, "--out", folder)).isZero();

    List<String> flags = new ArrayList<>(List.of("chart", folder, "--out", folder + ".svg"));
    if (measure != null) {
      flags.addAll(List.of("--measure", measure));
    }
    assertThat(run(flags.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(words);
    assertThat(temp.resolve("sweep.svg")).doesNotExist();
  }

  @Test
  void aSweepWhoseArraysDoNotFitIntoMemoryIsRefusedWithItsPointAndWhatWouldFit()
      throws IOException {
    String trial =
        file(
            "large.json",
            """
            {"name": "large", "scale": "arrays", "base": {"peers": 20, "topology": "random:100"},
             "axes": [{"of": "loss", "values": [0, 0.1]},
                      {"of": "peers", "values": [10, 1000000000, 1000]}],
             "repetitions": 1, "measures": ["reached"]}
            """);

    assertThat(run("plan", trial, "--out", temp.resolve("sweep").toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .contains("loss 0, peers 1000000000: 1000000000 peers take about ")
        .containsPattern("MiB are free; about [0-9]+ would fit");
    assertThat(temp.resolve("sweep")).doesNotExist();
  }

  @Test
  void aSweepOfRealPeersMayHaveNoMoreThanRunOnThisMachine() throws IOException {
    String trial =
        file(
            "real.json",
            """
            {"name": "real", "scale": "real",
             "scenario": {"name": "s", "peers": 600, "topology": "ring", "lasts": "1 s"},
             "repetitions": 1, "measures": ["reached"]}
            """);

    assertThat(run("plan", trial, "--out", temp.resolve("sweep").toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains("600 peers, and at most 500 run on real sockets");
  }

  @Test
  void aSweepOfRealPeersRunsOnSockets() throws IOException {
    String trial =
        file(
            "real.json",
            """
            {"name": "real", "scale": "real",
             "scenario": {"name": "s", "peers": 3, "topology": "line", "lasts": "10 s",
              "quiet": "200 ms",
              "settings": {"period": "100 ms", "sentences": false, "strategy": "flood"},
              "actions": [{"at": "0 s", "do": "spread", "by": 1}]},
             "repetitions": 1, "measures": ["reached"]}
            """);
    String folder = temp.resolve("sweep").toString();
    assertThat(run("plan", trial, "--out", folder)).as("%s", err).isZero();

    assertThat(run("run", folder)).as("%s", err).isZero();

    assertThat(Files.readAllLines(temp.resolve("sweep/summary.csv")).get(1))
        .startsWith("reached,1,0,1.0,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --shard 5/4 x | --shard: there is no shard 5 of 4",
        "run --shard four x | --shard: \"four\" is not a shard such as 1/4",
        "run nowhere | nowhere: there is no sweep; make one with ./run.sh sweep plan FILE --out",
        "merge | name the folders of the shards",
        "chart x | --out is missing: the file of the picture",
        "export slurm | name slurm, kubernetes or parallel, and one folder",
        "export condor x | there are slurm, kubernetes and parallel, not \"condor\"",
        "status a b | name one folder, not 2",
        "weigh | the first word must be plan, run, status, merge, chart or export, not \"weigh\"",
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
