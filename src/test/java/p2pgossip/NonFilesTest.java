package p2pgossip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.file.NonFile;

/// Every flag that names a file or folder, with everything that is not one: a line names it and
/// says why, within seconds.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NonFilesTest {

  private static final Set<NonFile> NO_FILES =
      EnumSet.of(
          NonFile.DIRECTORY,
          NonFile.PIPE,
          NonFile.SOCKET,
          NonFile.ZERO,
          NonFile.FULL,
          NonFile.LINK_TO_ZERO);

  private static final Set<NonFile> UNREADABLE =
      EnumSet.of(NonFile.HUGE, NonFile.BROKEN_DISK, NonFile.NOTHING, NonFile.UNDER_A_FILE);

  private enum Named {
    PASSWORD(2, "--headless", "-p", "0", "--password-file"),
    KEYSTORE(1, "--headless", "-p", "0", "--tls", "--keystore"),
    TRUSTSTORE(1, "--headless", "-p", "0", "--tls", "--truststore"),
    SCENARIO(2, "--headless", "--scenario"),
    TOPOLOGY(2, "--headless", "-p", "0", "--topology", "file:"),
    PROFILE(2, "--headless", "-p", "0", "--profile"),
    REPORT(1, "--headless", "--scenario", "ring", "--report");

    private final int status;
    private final List<String> flags;

    Named(int status, String... flags) {
      this.status = status;
      this.flags = List.of(flags);
    }

    private Set<NonFile> wrong() {
      Set<NonFile> wrong = EnumSet.copyOf(NO_FILES);
      switch (this) {
        case REPORT -> wrong.remove(NonFile.DIRECTORY);
        // An existing file is overwritten.
        case PROFILE -> {}
        default -> wrong.addAll(UNREADABLE);
      }
      return wrong;
    }

    private String reason(NonFile kind) {
      if (this == REPORT) {
        return "not a folder";
      }
      return switch (kind) {
        case DIRECTORY -> this == PROFILE ? "is a folder" : "a directory, not";
        case PIPE -> "a pipe (FIFO), not";
        case SOCKET -> "a socket, not";
        case ZERO, FULL, LINK_TO_ZERO -> "a device, not";
        case HUGE -> "larger than ";
        case BROKEN_DISK -> "Input/output error";
        case NOTHING, UNDER_A_FILE -> this == SCENARIO ? "no file " : "no such file";
      };
    }
  }

  @TempDir private Path folder;

  static List<Arguments> everyFlagWithEverythingThatIsNone() {
    List<Arguments> all = new ArrayList<>();
    for (Named named : Named.values()) {
      all.addAll(named.wrong().stream().map(kind -> Arguments.of(named, kind)).toList());
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("everyFlagWithEverythingThatIsNone")
  void whatIsNotAFileIsReportedInOneLine(Named named, NonFile kind) throws Exception {
    String file = kind.make(folder).toString();
    List<String> flags = new ArrayList<>(named.flags);
    if (flags.getLast().endsWith(":")) {
      flags.addLast(flags.removeLast() + file);
    } else {
      flags.add(file);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status;
    try (PrintStream err = new PrintStream(said, true, UTF_8);
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8)) {
      status = Main.run(out, err, flags.toArray(String[]::new));
    }
    String line = said.toString(UTF_8);
    assertThat(line)
        .startsWith("p2pgossip: ")
        .contains(file, named.reason(kind))
        .doesNotContain("Exception", "\tat ", "java.");
    assertThat(line.lines()).hasSize(1);
    assertThat(status).isEqualTo(named.status);
  }

  /// A run of a second.
  private Path shortScenario() throws IOException {
    return Files.writeString(
        folder.resolve("short.json"),
        """
        {"name": "short", "peers": 2, "topology": "ring", "lasts": "1 s", "actions": []}
        """);
  }

  @Test
  void figuresForAFullDiskEndWithAStatusAndALine() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status;
    try (PrintStream full = new PrintStream(new FileOutputStream("/dev/full"), false, UTF_8);
        PrintStream err = new PrintStream(said, true, UTF_8)) {
      status = Main.run(full, err, "--headless", "--scenario", shortScenario().toString());
    }
    assertThat(said.toString(UTF_8))
        .contains("p2pgossip: the figures could not be written to standard output");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void figuresForAPipeThatNobodyReadsEndWithAStatusAndALine() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Pipe pipe = Pipe.open();
    pipe.source().close();
    int status;
    try (PrintStream closed = new PrintStream(Channels.newOutputStream(pipe.sink()), false, UTF_8);
        PrintStream err = new PrintStream(said, true, UTF_8)) {
      status = Main.run(closed, err, "--headless", "--scenario", shortScenario().toString());
    }
    assertThat(said.toString(UTF_8))
        .contains("p2pgossip: the figures could not be written to standard output");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void theReportOfTheFirstRunIsThereBeforeTheSecondBegins() throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("two.json"),
            """
            {"name": "two", "peers": 2, "topology": "ring", "lasts": "1 s", "actions": [],
             "variants": [{"name": "the first"}, {"name": "the second"}]}
            """);
    Path report = folder.resolve("report");
    AtomicReference<String> atTheSecond = new AtomicReference<>();
    int status;
    try (PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        PrintStream err =
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8) {
              @Override
              public void println(String line) {
                if (line.contains("run 2 of 2")) {
                  atTheSecond.set(textOf(report.resolve("report.json")));
                }
              }
            }) {
      status =
          Main.run(
              out,
              err,
              "--headless",
              "--scenario",
              scenario.toString(),
              "--report",
              report.toString());
    }
    assertThat(status).isZero();
    assertThat(runs(atTheSecond.get())).containsExactly("the first");
    assertThat(runs(textOf(report.resolve("report.json"))))
        .containsExactly("the first", "the second");
  }

  private static List<String> runs(String report) {
    List<String> names = new ArrayList<>();
    for (JsonElement run :
        JsonParser.parseString(report).getAsJsonObject().getAsJsonArray("runs")) {
      names.add(run.getAsJsonObject().get("name").getAsString());
    }
    return names;
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
