package p2pgossip.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeFileChoiceTest {

  private static final FileChoice.Kind DOT = new FileChoice.Kind("DOT", "dot", "gv");
  private static final FileChoice.Kind GEXF = new FileChoice.Kind("GEXF", "gexf");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.dot, a.dot",
    "a.gv, a.gv",
    "a.GEXF, a.GEXF",
    "a, a.gexf",
    "a.b, a.b.gexf",
    ".gexf, .gexf",
    "a., a..gexf"
  })
  void theExtensionIsTheUsersWhereItIsOneOfThoseOffered(String named, String saved) {
    assertThat(NativeFileChoice.withExtension(Path.of("x", named), List.of(DOT, GEXF), GEXF))
        .isEqualTo(Path.of("x", saved));
  }

  @Test
  void theFolderOfTheLastChoiceIsKeptWhileItIsThere() throws IOException {
    KeptFolder kept = new KeptFolder();
    assertThat(kept.get()).isNull();
    Path inside = Files.createDirectory(folder.resolve("inside"));

    kept.chosen(inside.resolve("a.png"));
    assertThat(kept.get()).isEqualTo(inside.toAbsolutePath());

    Files.delete(inside);
    assertThat(kept.get()).isNull();
  }
}
