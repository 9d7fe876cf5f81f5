package p2pgossip.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.Quote;
import p2pgossip.sweep.Experiment;
import p2pgossip.wire.ExperimentJson;
import p2pgossip.wire.WireException;

/// Experiments in files, and the bundled ones in `assets/experiments/`.
public final class ExperimentFiles {

  /// The names of the bundled experiments.
  public static final List<String> BUNDLED =
      List.of("redundancy", "reliability", "convergence", "residue", "strategies");

  private static final String FOLDER = "/p2pgossip/assets/experiments/";

  private ExperimentFiles() {}

  /// Reads an experiment.
  ///
  /// @param place a file, or, if there is none, the name of a bundled experiment
  /// @throws IOException when there is none, it can't be read, or it has an error, naming the place
  ///     and what is wrong
  public static Experiment read(String place) throws IOException {
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
      return ExperimentJson.read(UserFile.read(file, ExperimentJson.LARGEST));
    } catch (WireException e) {
      throw new IOException(place + ": " + e.reason(), e);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "there is no file \"%s\"; the bundled experiments are %s"
              .formatted(place, String.join(", ", BUNDLED)),
          e);
    }
  }

  /// Reads a bundled experiment.
  ///
  /// @param name one of [#BUNDLED]
  public static Experiment bundled(String name) throws IOException {
    try (InputStream in = ExperimentFiles.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (in == null) {
        throw new IOException("there is no bundled experiment \"" + name + "\"");
      }
      return ExperimentJson.read(in.readAllBytes());
    } catch (WireException e) {
      throw new IOException(name + ": " + e.reason(), e);
    }
  }

  /// Writes an experiment, replacing an existing file.
  public static void write(Experiment experiment, Path file) throws IOException {
    byte[] json = ExperimentJson.write(experiment);
    WholeFile.save(file, out -> out.write(json));
  }
}
