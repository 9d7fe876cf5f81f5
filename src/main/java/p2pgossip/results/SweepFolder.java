package p2pgossip.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.CsvTable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.Sha256;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.Quote;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.wire.ExperimentJson;
import p2pgossip.wire.SweepHeader;
import p2pgossip.wire.SweepHeaderJson;
import p2pgossip.wire.WireException;

/// The folder of a sweep. It holds the experiment (`experiment.json`), its hash and the version of
/// the program (`sweep.json`), the numbered list of work (`work.csv`), what came of the runs so far
/// (`runs-1-of-4.csv`, one file for each shard), and the results (`results.csv` and others).
///
/// @param program the name and version of the program that made it
/// @param hash the SHA-256 of `experiment.json`, in hexadecimal
public record SweepFolder(Path path, Experiment experiment, String program, String hash) {

  private static final String HEADER = "sweep.json";
  private static final String EXPERIMENT = "experiment.json";
  private static final String WORK = "work.csv";

  /// What a sweep leaves in its folder beside its header, also where it was cut short.
  private static final Pattern OWN =
      Pattern.compile(
          "experiment\\.json|work\\.csv|runs-[0-9]+-of-[0-9]+\\.(csv|lock)|results\\.(csv|parquet)"
              + "|summary\\.csv|sweep\\.sbatch|slurm-[0-9]+\\.txt|job\\.json|parallel\\.sh"
              + "|\\..*\\.part|\\.sorting-.*");

  /// Makes the folder, if it is not there yet, and plans an experiment in it. An experiment that is
  /// there is replaced; the runs that both have are kept, also where its header is missing.
  ///
  /// @param program the name and version of this program
  /// @throws IOException when the folder holds something else or a sweep of another version, or
  ///     can't be written, in words for the user
  public static SweepFolder plan(Experiment experiment, String program, Path path)
      throws IOException {
    if (Files.exists(path.resolve(HEADER))) {
      SweepFolder _ = open(path, program);
    } else {
      requireOwn(path);
    }
    byte[] file = ExperimentJson.write(experiment);
    SweepFolder planned = new SweepFolder(path, experiment, program, Sha256.hex(file));
    SequencedMap<Path, WholeFile.Body> files = new LinkedHashMap<>();
    files.put(path.resolve(WORK), planned::writeWork);
    files.put(path.resolve(EXPERIMENT), out -> out.write(file));
    byte[] header = SweepHeaderJson.write(new SweepHeader(program, planned.hash));
    files.put(path.resolve(HEADER), out -> out.write(header));
    WholeFile.saveAll(files);
    return planned;
  }

  private static void requireOwn(Path path) throws IOException {
    try {
      Files.createDirectories(path);
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
        for (Path file : files) {
          if (!OWN.matcher(String.valueOf(file.getFileName())).matches()) {
            throw new FileSystemException(
                path.toString(), null, "it is not empty, and holds no sweep; choose a new folder");
          }
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new IOException(path + ": it is not a folder", e);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(path, e), e);
    }
  }

  /// Opens the folder of a sweep that this version has planned.
  ///
  /// @param program the name and version of this program
  /// @throws IOException when it is none, is damaged, or is of another version, in words for the
  ///     user
  public static SweepFolder open(Path path, String program) throws IOException {
    SweepHeader header = header(path, program);
    Path file = path.resolve(EXPERIMENT);
    byte[] bytes = UserFile.read(file, ExperimentJson.LARGEST);
    if (!Sha256.hex(bytes).equals(header.experiment())) {
      throw new IOException(
          file
              + ": it was changed since it was planned, or planning was cut short"
              + toPlanAgain(path));
    }
    try {
      return new SweepFolder(path, ExperimentJson.read(bytes), program, header.experiment());
    } catch (WireException e) {
      throw new IOException(file + ": " + e.reason(), e);
    }
  }

  private static String toPlanAgain(Path path) {
    return "; to go on with the runs that are done, delete sweep.json there, and plan the"
        + " experiment again with ./run.sh sweep plan FILE --out "
        + path;
  }

  private static SweepHeader header(Path path, String program) throws IOException {
    SweepHeader header;
    try {
      header = SweepHeaderJson.read(UserFile.read(path.resolve(HEADER), SweepHeaderJson.LARGEST));
    } catch (NoSuchFileException e) {
      throw new IOException(
          path + ": there is no sweep; make one with ./run.sh sweep plan FILE --out " + path, e);
    } catch (WireException e) {
      throw new IOException(path.resolve(HEADER) + ": " + e.reason() + toPlanAgain(path), e);
    }
    if (!header.program().equals(program)) {
      throw new IOException(
          ("%s: this sweep is of %s, and this is %s, whose figures may differ; use that version,"
                  + " or plan the experiment in a new folder")
              .formatted(path, Quote.of(header.program()), program));
    }
    return header;
  }

  /// Repetition first, so that stopping early leaves whole rounds of points.
  private void writeWork(OutputStream out) throws IOException {
    List<String> columns = new ArrayList<>(List.of("number", "repetition", "seed"));
    for (Axis axis : experiment.axes()) {
      columns.add(axis.parameter().label());
    }
    try (CsvTable table = new CsvTable(out, columns)) {
      int number = 0;
      for (int repetition = 0; repetition < experiment.repeats().most(); repetition++) {
        for (int point = 0; point < experiment.points(); point++) {
          number++;
          List<@Nullable Object> row =
              new ArrayList<>(
                  Arrays.asList(number, repetition + 1, experiment.seed(point, repetition)));
          for (int axis = 0; axis < experiment.axes().size(); axis++) {
            row.add(experiment.value(point, axis));
          }
          table.row(row);
        }
      }
    }
  }
}
