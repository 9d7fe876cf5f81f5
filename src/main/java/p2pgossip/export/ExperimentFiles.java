package p2pgossip.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import p2pgossip.file.WholeFile;
import p2pgossip.sweep.Experiment;
import p2pgossip.wire.ExperimentJson;

/// Experiments in files, and the bundled ones in `assets/experiments/`.
public final class ExperimentFiles {

  /// The names of the bundled experiments.
  public static final List<String> BUNDLED =
      List.of("redundancy", "reliability", "convergence", "residue", "strategies");

  private static final DescribedFiles<Experiment> FILES =
      new DescribedFiles<>(
          "experiment",
          "/p2pgossip/assets/experiments/",
          BUNDLED,
          ExperimentJson.LARGEST,
          (json, _) -> ExperimentJson.read(json));

  private ExperimentFiles() {}

  /// Reads an experiment.
  ///
  /// @param place a file, or, if there is none, the name of a bundled experiment
  /// @throws IOException when there is none, it can't be read, or it has an error, naming the place
  ///     and what is wrong
  public static Experiment read(String place) throws IOException {
    return FILES.read(place);
  }

  /// Reads a bundled experiment.
  ///
  /// @param name one of [#BUNDLED]
  public static Experiment bundled(String name) throws IOException {
    return FILES.bundled(name);
  }

  /// Writes an experiment, replacing an existing file.
  public static void write(Experiment experiment, Path file) throws IOException {
    byte[] json = ExperimentJson.write(experiment);
    WholeFile.save(file, out -> out.write(json));
  }
}
