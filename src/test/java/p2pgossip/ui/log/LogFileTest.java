package p2pgossip.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;

class LogFileTest {

  @Test
  void writesEachLineInUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gossip.log");

    LogFile.write(
        file,
        List.of(
            SampleLines.line(1, LineKind.RECEIVED, SampleLines.BOB, "Café 北京"),
            SampleLines.line(2, LineKind.NOTE, null, "This peer runs.")),
        new LineFormat(ZoneOffset.UTC));

    assertThat(Files.readString(file))
        .isEqualTo(
            "08:15:30.001  <-  127.0.0.1:8081  Café 北京\n"
                + "08:15:30.002  **  -  This peer runs.\n");
  }

  static List<Arguments> failures() {
    return List.of(
        Arguments.of(new NoSuchFileException("/a/b"), "there is no such folder"),
        Arguments.of(new AccessDeniedException("/a/b"), "you may not write there"),
        Arguments.of(new FileSystemException("/a/b", null, "Is a directory"), "Is a directory"),
        Arguments.of(new IOException("No space left on device"), "No space left on device"),
        Arguments.of(new IOException(), "java.io.IOException"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatWentWrong(IOException failure, String reason) {
    assertThat(LogFile.reason(failure)).isEqualTo(reason);
  }
}
