package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Scenarios in virtual time, as the command line runs them.
class VirtualTimeTest {

  private static final List<String> FILES =
      List.of(
          "report.json", "figures.csv", "arrivals.csv", "curve.csv", "rounds.csv", "events.csv");

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Stream<String> bundled() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/scenarios"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void eachBundledScenarioPlaysToItsEnd(String name) {
    assertThat(run("--headless", "--scenario", name, "--virtual")).as("%s", err).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(", in virtual time\n", "SHA-256 of report.json: ")
        .doesNotContain("ended early");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("peers run and are connected")
        .doesNotContain("FAILED");
  }

  @Test
  void theReportIsTheSameInAnyPlaceAndItsHashIsPrinted() throws Exception {
    Path scenario = TrialScenario.in(folder, "once", "again");
    Path here = folder.resolve("here");
    Path there = folder.resolve("there");

    assertThat(report(scenario, here)).isZero();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(report(scenario, there)).isZero();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    for (String file : FILES) {
      assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
    }
    byte[] json = Files.readAllBytes(here.resolve("report.json"));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.startsWith("SHA-256"))
        .containsExactly("SHA-256 of report.json: " + hash, "SHA-256 of report.json: " + hash);
  }

  @Test
  void theReportSaysThatTimeWasVirtual() throws Exception {
    Path report = folder.resolve("report");

    assertThat(report(TrialScenario.in(folder), report)).isZero();

    assertThat(Files.readString(report.resolve("report.json")))
        .contains("\"time\": \"virtual\"", "\"began\": \"2026-11-22T08:00:00Z\"")
        .contains(", in virtual time.");
    List<String> figures = Files.readAllLines(report.resolve("figures.csv"));
    assertThat(figures.getFirst()).contains(",seed,originals,time,strategy,");
    assertThat(figures.getLast()).contains(",0,virtual,flood,");
  }

  @Test
  void moreThanFiveHundredPeersAreSimulatedAndRefusedOnRealSockets() throws Exception {
    Path many = folder.resolve("many.json");
    Files.writeString(
        many,
        """
        {"name": "many", "peers": 1000, "topology": "random:3", "seed": 7,
         "settings": {"period": "1 s", "sentences": false, "strategy": "flood"},
         "lasts": "2 s",
         "actions": [{"at": "0 s", "do": "spread", "by": 1000, "text": "the tram is late"}]}
        """);

    assertThat(run("--headless", "--scenario", many.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("1000 peers", "500", "virtual time");

    assertThat(run("--headless", "--scenario", many.toString(), "--virtual")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("1000/1000");
  }

  private int report(Path scenario, Path report) {
    return run(
        "--headless",
        "--scenario",
        scenario.toString(),
        "--virtual",
        "--report",
        report.toString());
  }

  private int run(String... flags) {
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        flags);
  }
}
