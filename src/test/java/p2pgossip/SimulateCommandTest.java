package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.testing.Recorder;

class SimulateCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String line) {
    List<String> flags = new ArrayList<>(List.of("simulate"));
    if (!line.isEmpty()) {
      flags.addAll(Arrays.asList(line.split(" ")));
    }
    out.reset();
    err.reset();
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        flags.toArray(String[]::new));
  }

  private String printed(String line) {
    assertThat(run(line)).as("%s", err).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonObject figures(String line) {
    return JsonParser.parseString(printed(line + " --json")).getAsJsonObject();
  }

  private static double mean(JsonObject figures, String name) {
    return figures.getAsJsonObject(name).get("mean").getAsDouble();
  }

  @Test
  void asJsonItIsOneObjectOfFigures() {
    JsonObject figures = figures("--peers 1e3 --runs 20 --seed 3");

    assertThat(figures.keySet())
        .containsExactly(
            "runs",
            "rounds",
            "reached",
            "copies_per_peer",
            "contacts_per_peer",
            "t_last",
            "complete",
            "informed",
            "hash");
    assertThat(figures.getAsJsonObject("rounds").keySet())
        .containsExactly("mean", "standard_error");
    assertThat(figures.get("t_last")).isEqualTo(figures.get("rounds"));
    assertThat(figures.get("runs").getAsInt()).isEqualTo(20);
    assertThat(figures.get("complete").getAsInt()).isEqualTo(20);
    assertThat(mean(figures, "reached")).isEqualTo(1);
    JsonArray informed = figures.getAsJsonArray("informed");
    assertThat(informed.get(0).getAsDouble()).isEqualTo(1);
    assertThat(informed.get(1).getAsDouble()).isEqualTo(2);
    assertThat(informed.get(informed.size() - 1).getAsDouble()).isEqualTo(1_000);
    assertThat(figures.get("hash").getAsString()).matches("[0-9a-f]{16}");
  }

  @Test
  void theStandardErrorOfASingleRunIsNotKnown() {
    JsonObject rounds = figures("--peers 50").getAsJsonObject("rounds");

    assertThat(rounds.get("standard_error").isJsonNull()).isTrue();
    assertThat(printed("--peers 50")).doesNotContain("standard error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--peers 300 --runs 150",
        "--peers 150000 --strategy push-pull --interest coin:2 --loss 0.1 --runs 2"
      })
  void theFiguresAreTheSameForAnyNumberOfThreads(String line) {
    String alone = printed(line + " --json --threads 1");

    assertThat(printed(line + " --json --threads 2")).isEqualTo(alone);
    assertThat(printed(line + " --json --threads 16")).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--peers 14 --runs 6 --loss 0.1 --interest counter:2",
        "--peers 12 --runs 3 --topology ring --strategy push-pull --fanout 2",
        "--peers 12 --runs 3 --topology grid --strategy gossip1 --forwarding 0.6:2",
        "--peers 12 --runs 3 --strategy pull --crash 0.3 --crash-after 1 --hop-limit 3",
        "--peers 900 --topology random:4 --strategy push-pull",
        "--peers 700 --topology star --strategy push --fanout 100"
      })
  void enginesGiveTheFiguresOfTheArrays(String line) {
    assertThat(printed(line + " --json --engines")).isEqualTo(printed(line + " --json"));
  }

  /// Each differs from the line before by one flag.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--peers 30",
        "--topology ring",
        "--strategy pull",
        "--fanout 2",
        "--interest counter:1",
        "--hop-limit 2",
        "--loss 0.2",
        "--crash 0.2",
        "--crash --crash-after",
        "--seed 2",
        "--runs 2",
        "--strategy --forwarding"
      })
  void eachFlagActs(String flag) {
    String usual = "--peers 20 --json";
    String with =
        switch (flag) {
          case "--peers 30" -> "--peers 30 --json";
          case "--crash --crash-after" -> usual + " --crash 0.2 --crash-after 2";
          case "--strategy --forwarding" ->
              "--topology grid " + usual + " --strategy gossip1 --forwarding 0:1";
          default -> usual + " " + flag;
        };
    String without =
        switch (flag) {
          case "--crash --crash-after" -> usual + " --crash 0.2";
          case "--strategy --forwarding" -> "--topology grid " + usual + " --strategy gossip1";
          default -> usual;
        };

    assertThat(printed(with)).isNotEqualTo(printed(without));
  }

  @Test
  void withoutJsonTheFiguresAreInWords() {
    assertThat(printed("--peers 1e3 --runs 10 --loss 0.05"))
        .startsWith(
            "1,000 peers, complete: push, fanout 1, interest never; 5.00 % lost, 0.00 % crashing;"
                + " seed 1\n10 runs, 10 of which reached all, in ")
        .contains("\nrounds until the last has heard ", "(standard error ", "\nhash ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--runs 1e7", "--runs 1e7 --engines"})
  void aSignalEndsItWithTheRunsThatAreDone(String line) {
    EndSignals signals = new EndSignals();
    Recorder<Integer> statuses = new Recorder<>();
    Recorder<Integer> endedAtOnce = new Recorder<>();
    SimulateCommand command =
        new SimulateCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            signals,
            endedAtOnce::accept);
    String[] flags = ("--peers 30 --json --threads 2 " + line).split(" ");
    Thread _ = Thread.ofPlatform().start(() -> statuses.accept(command.run(flags)));
    // Before the command has begun it does not hear them.
    await()
        .until(
            () -> {
              signals.signalled(130);
              return !statuses.isEmpty();
            });

    assertThat(statuses).containsExactly(130);
    JsonObject figures =
        JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    int runs = figures.get("runs").getAsInt();
    assertThat(runs).isLessThan(10_000_000);
    assertThat(figures.get("partial").getAsBoolean()).isTrue();
    assertThat(figures.has("rounds")).isEqualTo(runs > 0);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            String.format(Locale.ROOT, "ended early: %,d of 10,000,000 runs are done\n", runs));
  }

  /// Exact: 6.0471 rounds, with a standard error of 0.006 here.
  @Test
  void tenPeersTakeTheRoundsOfTheTheory() {
    JsonObject rounds = figures("--peers 10 --runs 2e4").getAsJsonObject("rounds");

    assertThat(rounds.get("mean").getAsDouble())
        .isCloseTo(6.0471, within(3.5 * rounds.get("standard_error").getAsDouble()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--peers 0 | --peers: \"0\" is not a number from 1 to 1000000000",
        "--peers 1e10 | --peers: \"1e10\" is not a number from 1 to 1000000000",
        "--peers 1.5 | --peers: \"1.5\" is not a number from 1 to 1000000000",
        "--peers 1e999999999 | --peers: \"1e999999999\" is not a number from 1 to 1000000000",
        "--runs 1e8 | --runs: \"1e8\" is not a number from 1 to 10000000",
        "--loss 1 | --loss: \"1\" is not a number from 0 to below 1",
        "--crash NaN | --crash: \"NaN\" is not a number from 0 to 1",
        "--topology rin | --topology: there is no topology \"rin\";",
        "--strategy shout | --strategy: there is no strategy \"shout\";",
        "--interest none | --interest: there is no interest \"none\";",
        "--headless | Unknown option: '--headless'",
        "--lines --json | --lines goes with neither --engines nor --json",
        "--rounds --json | --rounds goes with neither --engines nor --json",
        "--rounds --runs 2 | --rounds shows a single run; leave out --lines and --runs",
        "--engines --lines | --lines goes with neither --engines nor --json",
        "--engines --peers 2e7 | --engines: 20000000 peers are too many for engines in step,",
        "--engines --peers 1e5 | --peers: 100000 peers take about ",
        "--strategy flood --peers 2e5 | --strategy: flood on a complete network of 200000 peers",
        "--peers 1e9 --strategy pull --fanout 100 | --peers: 1000000000 peers take about "
      })
  void whatIsWrongIsSaidInWords(String line, String words) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("p2pgossip simulate: " + words)
        .endsWith("; see ./run.sh simulate --help\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void aSizeThatDoesNotFitIsRefusedWithOneThatWould() {
    assertThat(run("--peers 5e8 --topology random:10")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .containsPattern(
            "take about [0-9.]+ MiB of memory, and [0-9.]+ MiB are free; about [0-9]+");
  }

  @Test
  void itIsTheFirstWordOrNone() {
    LaunchOptions options = new LaunchOptions();
    LaunchFlags.read(options, "-c", "8080", "simulate");

    assertThat(options.peer.connect).containsExactly("8080", "simulate");
  }

  @Test
  void theHelpAndTheGuideHaveAllFlags() throws IOException {
    String help = printed("--help");
    String guide = Files.readString(Path.of("assets/GUIDE.md"));
    String section = guide.substring(guide.indexOf("## Millions of peers"));

    assertThat(new SimulationFlags().names())
        .allSatisfy(name -> assertThat(help).contains(name))
        .allSatisfy(name -> assertThat(section).contains("`" + name));
  }
}
