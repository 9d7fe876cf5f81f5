package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.topology.TopologyForms;

/// Pins the bytes and the errors of every format. `examples.txt` has an example of each kind of
/// value, and `words.txt` the error for each of their fields that is missing, null, or of another
/// type; `{topologies}` there stands for the labels of all forms of topology.
class WireFormatTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "wire");

  /// @param format its name
  record Example(String format, String json) {

    /// @param line with line breaks written as ⏎
    static Example of(String line) {
      int tab = line.indexOf('\t');
      return new Example(line.substring(0, tab), line.substring(tab + 1).replace("⏎", "\n"));
    }

    String again(String text) {
      return WireFormat.ALL.get(format).again(text);
    }

    /// The error for each damaged field that matters.
    Stream<String> words() {
      return WireFormat.damaged(json).entrySet().stream()
          .map(damaged -> format + damaged.getKey() + ": " + again(damaged.getValue()))
          .filter(words -> words.contains(": refused: "))
          .map(words -> words.replace(": refused: ", ": "));
    }
  }

  static List<Example> examples() throws IOException {
    return Files.readAllLines(FOLDER.resolve("examples.txt"), UTF_8).stream()
        .map(Example::of)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesAreReadAndWrittenByteForByte(Example example) {
    assertThat(example.again(example.json())).isEqualTo(example.json());
  }

  @Test
  void aDamagedFieldIsRefusedInTheSameWords() throws IOException {
    TreeSet<String> words = new TreeSet<>();
    for (Example example : examples()) {
      words.addAll(example.words().toList());
    }
    assertThat(words)
        .containsExactlyElementsOf(
            Files.readAllLines(FOLDER.resolve("words.txt"), UTF_8).stream()
                .map(line -> line.replace("{topologies}", TopologyForms.examples("and")))
                .toList());
  }
}
