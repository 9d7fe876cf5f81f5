package p2pgossip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The packaged program on machines with other locales and character sets.
class OtherPlacesIT {

  /// Equivalent to an unset `LANG`.
  private static final Map<String, String> POSIX = Map.of("LC_ALL", "POSIX");

  @TempDir private Path folder;

  /// Egypt, Iran and India have digits of their own; Turkey has another lower-case I.
  @ParameterizedTest
  @CsvSource({"ar, EG, ''", "fa, IR, ''", "hi, IN, nu-deva", "tr, TR, ''"})
  void reportsSummariesAndLogsAreTheSameInEveryCountry(
      String language, String country, String extension) throws Exception {
    Path scenario =
        Files.writeString(
            folder.resolve("trial.json"),
            """
            {"name": "a trial", "peers": 3, "topology": "line", "lasts": "10 s", "quiet": "500 ms",
             "settings": {"sentences": false, "strategy": "flood", "interest": "coin:2"},
             "actions": [{"at": "0 s", "do": "begin", "name": "slow",
                          "fault": {"type": "delay", "mean": "20 ms", "jitter": "5 ms",
                                    "path": {"from": 1, "to": 2}}},
                         {"at": "0 s", "do": "spread", "by": 1}]}
            """);
    Path report = folder.resolve("report");
    try (Program program =
        Program.startWith(
            folder,
            country(language, country, extension),
            "--headless",
            "--scenario",
            scenario.toString(),
            "--report",
            report.toString())) {
      assertThat(program.exitStatus()).as(program.err()).isZero();
      assertThat(program.out()).contains("3/3").satisfies(OtherPlacesIT::isInEnglish);
      assertThat(program.err())
          .containsPattern("[0-9]\\.[0-9] s {2}")
          .satisfies(OtherPlacesIT::isInEnglish);
    }
    try (Stream<Path> files = Files.list(report)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(Files.readString(file)).satisfies(OtherPlacesIT::isInEnglish));
    }
    assertThat(Files.readString(report.resolve("report.json"))).contains("\"flood\"");
  }

  @ParameterizedTest
  @CsvSource({"ar, EG, ''", "tr, TR, ''"})
  void whatIsSentIsTheSameInEveryCountry(String language, String country, String extension)
      throws Exception {
    try (Program program =
        Program.startWith(
            folder, country(language, country, extension), "--headless", "-p0", "-P", "1.5")) {
      String address = program.address();

      String beginningOfTls = "\u0016\u0003\u0001\u0000\u0004\u0001\u0000\u0000\u0000";
      assertThat(asked(address, beginningOfTls))
          .startsWith("HTTP/1.1 400 Bad Request\r\n")
          .satisfies(OtherPlacesIT::isInEnglish);
      assertThat(asked(address, "nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request\r\n");
      assertThat(
              asked(
                  address,
                  "POST /connect HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}"))
          .startsWith("HTTP/1.1 415 Unsupported Media Type\r\n");
      assertThat(asked(address, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .satisfies(OtherPlacesIT::isInEnglish);
      assertThat(program.err())
          .containsPattern("(?m)^[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3} {2}\\*\\* ")
          .contains("every 1.5 s")
          .satisfies(OtherPlacesIT::isInEnglish);
    }
  }

  @Test
  void flagsWithLostLettersAreRefused() throws Exception {
    try (Program program =
        Program.startIn(POSIX, "p2pgossip.Main", folder, List.of(), "--headless", "--text", "né")) {
      assertThat(program.exitStatus()).isEqualTo(2);
      assertThat(program.err())
          .contains("letters are lost", "ANSI_X3.4-1968", "start with LC_ALL=C.UTF-8")
          .hasLineCount(1);
    }
  }

  @Test
  void aDataFolderThatCanNotBeNamedIsReportedInOneLine() throws Exception {
    Map<String, String> environment =
        Map.of("LC_ALL", "POSIX", "P2PGOSSIP_DATA", folder.resolve("donné").toString());
    try (Program peer =
            Program.startIn(
                environment, "p2pgossip.Main", folder, List.of(), "--headless", "--tls", "-p0");
        Program forgetting =
            Program.startIn(
                environment, "p2pgossip.Main", folder, List.of(), "--forget", "127.0.0.1:1")) {
      for (Program program : List.of(peer, forgetting)) {
        assertThat(program.exitStatus()).isEqualTo(1);
        assertThat(program.err())
            .contains("a name of a file or folder can't be used", "start with LC_ALL=C.UTF-8")
            .hasLineCount(1);
      }
    }
  }

  @Test
  void outputIsAlwaysUtf8() throws Exception {
    Path scenario =
        Files.writeString(
            folder.resolve("trial.json"),
            """
            {"name": "été", "peers": 2, "topology": "line", "lasts": "5 s", "quiet": "100 ms",
             "settings": {"sentences": false, "strategy": "flood"},
             "actions": [{"at": "0 s", "do": "spread", "by": 1}]}
            """);
    try (Program program =
        Program.startIn(
            POSIX,
            "p2pgossip.Main",
            folder,
            List.of(),
            "--headless",
            "--scenario",
            scenario.toString())) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.out()).contains("été");
      assertThat(program.err()).contains("été");
    }
  }

  @Test
  void withoutAFontItContinuesWithoutAWindow() throws Exception {
    Path none =
        Files.writeString(
            folder.resolve("fonts.conf"), "<fontconfig><dir>/nowhere</dir></fontconfig>");
    try (Program program =
        Program.startIn(
            Map.of("FONTCONFIG_FILE", none.toString()),
            "p2pgossip.Main",
            folder,
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
            "-p0",
            "--run-for",
            "0.1")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.err())
          .startsWith("p2pgossip: no window, because a font is missing")
          .contains("continuing without a window", "This peer runs at 127.0.0.1:")
          .doesNotContain("Exception", "\tat ");
    }
  }

  private static List<String> country(String language, String country, String extension) {
    return List.of(
        "-Duser.language=" + language,
        "-Duser.country=" + country,
        "-Duser.extensions=" + extension);
  }

  private static void isInEnglish(String text) {
    IntPredicate foreign = letter -> Character.isDigit(letter) && letter > '9' || letter == 'ı';
    assertThat(text.codePoints().filter(foreign).mapToObj(Character::toString)).isEmpty();
    assertThat(text).doesNotContain("\uFFFD");
  }

  private static String asked(String address, String request) throws IOException {
    int colon = address.lastIndexOf(':');
    int port = Integer.parseInt(address.substring(colon + 1));
    try (Socket socket = new Socket(address.substring(0, colon), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
