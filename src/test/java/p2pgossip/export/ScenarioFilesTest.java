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

  private String scenario(String rest) throws IOException {
    Path file = folder.resolve("scenario.json");
    Files.writeString(file, "{\"name\": \"a\",\n" + rest + "}");
    return file.toString();
  }

  @Test
  void aNetworkInAFileIsLookedForBesideTheScenarioAndSaysHowManyPeersThereAre() throws IOException {
    Files.createDirectory(folder.resolve("networks"));
    Files.writeString(folder.resolve("networks/line.txt"), "1 2\n2 3");
    Scenario read = ScenarioFiles.read(scenario("\"topology\": \"file:networks/line.txt\""));
    Path copy = folder.resolve("copy.json");
    ScenarioFiles.write(read, copy);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("copy.json");
    ScenarioFiles.write(read, elsewhere);

    assertThat(read.peers()).isEqualTo(3);
    assertThat(ScenarioFiles.read(copy.toString())).isEqualTo(read);
    assertThat(Files.readString(copy)).contains("\"file:networks/line.txt\"", "\"peers\": 3");
    assertThat(ScenarioFiles.read(elsewhere.toString())).isEqualTo(read);
  }

  @Test
  void aNetworkInAFileWithOtherPeersOrWithDamageIsRefusedWithTheLine() throws IOException {
    Files.writeString(folder.resolve("line.txt"), "1 2\n2 3");
    Files.writeString(folder.resolve("bad.txt"), "1 2\n,3");

    assertThatThrownBy(
            () -> ScenarioFiles.read(scenario("\"peers\": 4, \"topology\": \"file:line.txt\"")))
        .hasMessageEndingWith("file:line.txt has 3 peers, not 4");
    assertThatThrownBy(
            () ->
                ScenarioFiles.read(
                    scenario(
                        "\"peers\": 4, \"topology\": \"ring\", \"variants\":"
                            + " [{\"name\": \"b\", \"topology\": \"file:line.txt\"}]")))
        .hasMessageEndingWith("file:line.txt has 3 peers, not 4");
    assertThatThrownBy(() -> ScenarioFiles.read(scenario("\"topology\": \"file:bad.txt\"")))
        .hasMessageContaining("line 2: \"topology\" is wrong: ")
        .hasMessageContaining("bad.txt: line 2 lacks a name");
    assertThatThrownBy(() -> ScenarioFiles.read(scenario("\"topology\": \"ring\"")))
        .hasMessageEndingWith("\"peers\" is missing");
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
