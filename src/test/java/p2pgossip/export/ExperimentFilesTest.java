package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import p2pgossip.experiment.ExperimentSize;
import p2pgossip.sweep.Experiment;

class ExperimentFilesTest {

  private static final List<String> NAMES = ExperimentFiles.BUNDLED;

  @TempDir Path temp;

  @Test
  void allExperimentsInTheFolderAreBundled() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/experiments"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(ExperimentFiles.BUNDLED);
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aBundledExperimentFitsAndIsTheSameAsAFile(String name) throws IOException {
    Experiment bundled = ExperimentFiles.read(name);
    ExperimentSize.requireFitting(bundled);

    ExperimentFiles.write(bundled, temp.resolve("copy.json"));

    assertThat(ExperimentFiles.read(temp.resolve("copy.json").toString())).isEqualTo(bundled);
    assertThat(Files.readString(Path.of("assets/LABORATORY.md"))).contains("\n| `" + name + "` | ");
  }
}
