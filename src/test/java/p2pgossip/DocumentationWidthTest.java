package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documentation can be read in a window of a hundred columns. The formatter leaves it alone.
class DocumentationWidthTest {

  private static final int COLUMNS = 100;

  private static List<Path> files(String folder, String extension) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    }
  }

  private static void note(List<String> wide, Path file, int index, String line) {
    int columns = line.codePointCount(0, line.length());
    if (columns > COLUMNS) {
      wide.add("%s:%s has %s columns".formatted(file, index + 1, columns));
    }
  }

  @Test
  void documentationInTheCode() throws IOException {
    List<String> wide = new ArrayList<>();
    int looked = 0;
    for (Path file : files("src", ".java")) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).strip().startsWith("///")) {
          looked++;
          note(wide, file, i, lines.get(i));
        }
      }
    }

    assertThat(wide).isEmpty();
    assertThat(looked).isGreaterThan(1_000);
  }

  /// Tables, pictures and code are as wide as they are. Benchmarks are written by a program.
  @Test
  void documents() throws IOException {
    List<Path> documents = new ArrayList<>(files("assets", ".md"));
    documents.add(Path.of("README.md"));
    documents.removeIf(file -> file.endsWith("BENCHMARKS.md"));
    List<String> wide = new ArrayList<>();
    for (Path file : documents) {
      boolean code = false;
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        boolean fence = line.strip().startsWith("```");
        if (fence) {
          code = !code;
        } else if (!code && !line.startsWith("|") && !line.startsWith("!")) {
          note(wide, file, i, line);
        }
      }
    }

    assertThat(wide).isEmpty();
    assertThat(documents).hasSizeGreaterThan(5);
  }
}
