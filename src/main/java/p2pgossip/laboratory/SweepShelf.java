package p2pgossip.laboratory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import p2pgossip.results.SweepFolder;
import p2pgossip.sweep.Experiment;

/// The folder in which the laboratory keeps the sweeps that are made in its window, each in a
/// folder of its own, named after its experiment. For any thread; it waits for the disk.
///
/// @param folder that need not be there yet
/// @param program the name and version of this program
public record SweepShelf(Path folder, String program) {

  /// How many are looked at, and how many offered, at most.
  private static final int MOST_LOOKED_AT = 1_000;

  private static final int LONGEST_NAME = 60;
  private static final String HEADER = "sweep.json";

  /// A sweep that was made earlier.
  ///
  /// @param name of its folder
  /// @param changed when a run was last added, or it was planned
  public record Kept(Path path, String name, FileTime changed) {}

  /// The folder for an experiment: that of the same one, if it was planned here before, so that its
  /// runs are not made again, and else a new one. How often a point is repeated may differ.
  ///
  /// @throws IOException when it can't be read or written, in words for the user
  public SweepFolder plan(Experiment experiment) throws IOException {
    String name = slug(experiment.name());
    for (int number = 1; ; number++) {
      Path path = folder.resolve(number == 1 ? name : name + "-" + number);
      if (!Files.exists(path) || isSame(path, experiment)) {
        return SweepFolder.plan(experiment, program, path);
      }
    }
  }

  private boolean isSame(Path path, Experiment experiment) {
    try {
      Experiment there = SweepFolder.open(path, program).experiment();
      return repeatedAs(there, experiment).equals(experiment);
    } catch (IOException e) {
      // It is of another version, or damaged: it stays as it is, and the next name is taken.
      return false;
    }
  }

  private static Experiment repeatedAs(Experiment it, Experiment other) {
    return new Experiment(
        it.name(),
        it.description(),
        it.seed(),
        it.scale(),
        it.base(),
        it.axes(),
        it.pairs(),
        other.repeats(),
        other.measures(),
        it.commonLuck());
  }

  /// The sweeps that are kept, the last one first.
  ///
  /// @param most the most that are given
  /// @throws IOException when the folder can't be read
  public List<Kept> kept(int most) throws IOException {
    List<Kept> kept = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return kept;
    }
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      for (Path path : paths) {
        if (kept.size() < MOST_LOOKED_AT && Files.exists(path.resolve(HEADER))) {
          kept.add(
              new Kept(path, String.valueOf(path.getFileName()), Files.getLastModifiedTime(path)));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    kept.sort(Comparator.comparing(Kept::changed).reversed().thenComparing(Kept::name));
    return List.copyOf(kept.subList(0, Math.min(most, kept.size())));
  }

  /// Opens the sweep in a folder.
  ///
  /// @throws IOException when it is none, is damaged, or is of another version, in words
  public SweepFolder open(Path path) throws IOException {
    return SweepFolder.open(path, program);
  }

  /// A name for a folder on any system: lower-case letters, digits and hyphens.
  private static String slug(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String brief = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return brief.isEmpty() ? "sweep" : brief;
  }
}
