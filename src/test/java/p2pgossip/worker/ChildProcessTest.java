package p2pgossip.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildProcessTest {

  private static ChildProcess start(String trouble) throws Exception {
    return ChildProcess.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx24m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            TroubledProgram.class.getName(),
            trouble),
        10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fine | ''",
        "memory | The process that made the runs ran out of memory. Take fewer peers, or a sparser"
            + " network.",
        "status | The process that made the runs ended with status 5: No luck today.",
        "complaints | The process that made the runs ended with status 6: complaint 99999.",
        "endless | The process that made the runs said more at a time than any run can be.",
      })
  void whatItDiesOfIsSaidInWords(String trouble, String words) throws Exception {
    try (ChildProcess child = start(trouble)) {
      int lines = 0;
      for (String line = child.next(); line != null; line = child.next()) {
        lines++;
        assertThat(line.length()).isLessThanOrEqualTo(10_000);
      }

      assertThat(child.ending()).isEqualTo(words);
      assertThat(lines).isBetween(trouble.equals("fine") ? 1 : 0, 24);
      assertThat(child.next()).isNull();
    }
  }
}
