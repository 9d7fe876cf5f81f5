package p2pgossip.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.RunLine;

class SimulationsTest {

  private static int follow(List<String> command, Recorder<RunLine> said) throws Exception {
    return Simulations.follow(command, said::accept);
  }

  private static List<String> says(String line) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx24m",
        "-XX:+ExitOnOutOfMemoryError",
        "-cp",
        System.getProperty("java.class.path"),
        TroubledProgram.class.getName(),
        line);
  }

  @Test
  void whatIsSaidIsHandedOn() throws Exception {
    Recorder<RunLine> said = new Recorder<>();
    String line =
        "{\"round\":2,\"informed\":3,\"living\":4,\"copies\":5,\"knowing\":\"AA==\",\"crashed\":\"\"}";

    assertThat(follow(says(line), said)).isEqualTo(1);
    assertThat(said).containsExactly(new RunLine.Round(2, 3, 4, 5, "AA==", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"refused\":\"there is no room\"} | there is no room",
        "good morning | the process that made the runs said something else: ",
        "{\"round\":-1} | the process that made the runs said something else: ",
        "memory | The process that made the runs ran out of memory. Take fewer peers",
        "status | The process that made the runs ended with status 5: No luck today",
      })
  void whyNothingIsMadeIsSaidInWords(String says, String words) {
    assertThatThrownBy(() -> follow(says(says), new Recorder<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> follow(List.of("/nowhere/java"), new Recorder<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a process for the runs can't be started: ")
        .hasMessageContaining("/nowhere/java");
  }
}
