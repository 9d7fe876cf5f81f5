package p2pgossip.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import p2pgossip.file.WholeFile;
import p2pgossip.scenario.Scenario;
import p2pgossip.wire.ScenarioJson;

/// Scenarios in files, and the bundled ones in `assets/scenarios/`.
public final class ScenarioFiles {

  /// The names of the bundled scenarios, in the order of the menu.
  public static final List<String> BUNDLED =
      List.of(
          "ring", "small-world", "push-pull", "gossip1", "lossy", "partition", "undead", "mixed");

  private static final DescribedFiles<Scenario> FILES =
      new DescribedFiles<>(
          "scenario",
          "/p2pgossip/assets/scenarios/",
          BUNDLED,
          ScenarioJson.LARGEST,
          ScenarioJson::read);

  private ScenarioFiles() {}

  /// Reads a scenario, and the file that its topology may name.
  ///
  /// @param place a file, or, if there is none, the name of a bundled scenario
  /// @throws IOException when there is none, it can't be read, or it has an error, naming the place
  ///     and what is wrong
  public static Scenario read(String place) throws IOException {
    return FILES.read(place);
  }

  /// Reads a bundled scenario.
  ///
  /// @param name one of [#BUNDLED]
  public static Scenario bundled(String name) throws IOException {
    return FILES.bundled(name);
  }

  /// Reads all bundled scenarios, in the order of the menu.
  public static List<Scenario> allBundled() throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : BUNDLED) {
      scenarios.add(bundled(name));
    }
    return scenarios;
  }

  /// Writes a scenario, replacing an existing file.
  public static void write(Scenario scenario, Path file) throws IOException {
    byte[] json = ScenarioJson.write(scenario, DescribedFiles.folderOf(file));
    WholeFile.save(file, out -> out.write(json));
  }
}
