package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import p2pgossip.scenario.Scenario;

class ScenarioFilesTest {

  private static final List<String> BUNDLED = ScenarioFiles.BUNDLED;

  @TempDir private Path folder;

  @Test
  void allScenariosOfTheFolderAreInTheMenu() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/scenarios"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              BUNDLED.stream().map(name -> name + ".json").toList());
    }
  }

  @ParameterizedTest
  @FieldSource("BUNDLED")
  void eachBundledScenarioIsReadByItsNameAndWrittenUnchanged(String name) throws IOException {
    Scenario scenario = ScenarioFiles.read(name);
    Path copy = folder.resolve("copy.json");

    ScenarioFiles.write(scenario, copy);

    assertThat(ScenarioFiles.read(copy.toString())).isEqualTo(scenario);
    assertThat(scenario.description()).isNotBlank();
  }

  @Test
  void aMissingFileIsNamedWithTheBundledScenarios() {
    String place = folder.resolve("nowhere").toString();

    assertThatThrownBy(() -> ScenarioFiles.read(place))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "there is no file \"%s\"; the bundled scenarios are %s",
            place, String.join(", ", BUNDLED));
  }

  @Test
  void anErrorInAFileNamesTheFile() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, "{\"name\": \"a\", \"peers\": 0, \"topology\": \"ring\"}");

    assertThatThrownBy(() -> ScenarioFiles.read(file.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining("\"peers\"");
  }
}
