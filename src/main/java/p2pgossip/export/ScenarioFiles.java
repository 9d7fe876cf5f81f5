package p2pgossip.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.Quote;
import p2pgossip.scenario.Scenario;
import p2pgossip.wire.ScenarioJson;
import p2pgossip.wire.WireException;

/// Scenarios in files, and the bundled ones in `assets/scenarios/`.
public final class ScenarioFiles {

  /// The names of the bundled scenarios, in the order of the menu.
  public static final List<String> BUNDLED =
      List.of(
          "ring", "small-world", "push-pull", "gossip1", "lossy", "partition", "undead", "mixed");

  private static final String FOLDER = "/p2pgossip/assets/scenarios/";

  private ScenarioFiles() {}

  /// Reads a scenario, and the file that its topology may name.
  ///
  /// @param place a file, or, if there is none, the name of a bundled scenario
  /// @throws IOException when there is none, it can't be read, or it has an error, naming the place
  ///     and what is wrong
  public static Scenario read(String place) throws IOException {
    Path file;
    try {
      file = Path.of(place);
    } catch (InvalidPathException e) {
      throw new IOException(Quote.of(place) + " can't be the name of a file: " + e.getReason(), e);
    }
    if (!Files.exists(file) && BUNDLED.contains(place)) {
      return bundled(place);
    }
    try {
      return ScenarioJson.read(UserFile.read(file, ScenarioJson.LARGEST), folder(file));
    } catch (WireException e) {
      throw named(place, e);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "there is no file \"%s\"; the bundled scenarios are %s"
              .formatted(place, String.join(", ", BUNDLED)),
          e);
    }
  }

  /// Reads a bundled scenario.
  ///
  /// @param name one of [#BUNDLED]
  public static Scenario bundled(String name) throws IOException {
    try (InputStream in = ScenarioFiles.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (in == null) {
        throw new IOException("there is no bundled scenario \"" + name + "\"");
      }
      return ScenarioJson.read(in.readAllBytes());
    } catch (WireException e) {
      throw named(name, e);
    }
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
    byte[] json = ScenarioJson.write(scenario, folder(file));
    WholeFile.save(file, out -> out.write(json));
  }

  private static Path folder(Path file) {
    return file.resolveSibling("");
  }

  private static IOException named(String place, WireException damage) {
    return new IOException(place + ": " + damage.reason(), damage);
  }
}
