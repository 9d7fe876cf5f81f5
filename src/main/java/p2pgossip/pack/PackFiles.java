package p2pgossip.pack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import p2pgossip.export.Progress;
import p2pgossip.file.FailureInWords;
import p2pgossip.gossip.ShownText;

/// Finds and reads many lab packs. It waits for the disk, so it is not for the FX thread.
public final class PackFiles {

  /// More are not read; a year of a large school has fewer.
  public static final int MOST = 2_000;

  /// Folders within folders, as learning platforms hand them out.
  private static final int DEEPEST = 6;

  private PackFiles() {}

  /// Reads the packs in these files and folders. What can't be read is told in the table.
  ///
  /// @param places files, and folders in which all zip files are read
  /// @param program the name and version of this program
  /// @throws IOException when there are too many, in words
  public static PackTable read(
      List<Path> places, PackReader reader, String program, Progress progress) throws IOException {
    List<LabPack> packs = new ArrayList<>();
    List<PackTable.Refused> refused = new ArrayList<>();
    List<Path> files = files(places, refused);
    Progress.Parts parts = progress.parts(files.size());
    for (Path file : files) {
      try {
        packs.add(reader.read(file));
      } catch (IOException e) {
        refused.add(refused(file, String.valueOf(e.getMessage())));
      }
      parts.next();
    }
    return PackTable.of(packs, refused, program);
  }

  private static List<Path> files(List<Path> places, List<PackTable.Refused> refused)
      throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        addAll(place, files, refused);
      } else {
        files.add(place);
      }
    }
    if (files.size() > MOST) {
      throw new IOException("there are more than %s lab packs".formatted(MOST));
    }
    return List.copyOf(files);
  }

  /// A folder within that can't be listed does not stop the others.
  private static void addAll(Path folder, Set<Path> files, List<PackTable.Refused> refused)
      throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isPack(file)) {
              found.add(file);
            }
            return found.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            refused.add(refused(file, FailureInWords.withName(file, failure)));
            return FileVisitResult.CONTINUE;
          }
        });
    files.addAll(found.stream().sorted().toList());
  }

  private static PackTable.Refused refused(Path file, String reason) {
    return new PackTable.Refused(file, ShownText.whole(reason));
  }

  /// Hidden files are left by other systems beside the real ones.
  private static boolean isPack(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith("." + PackWriter.EXTENSION) && !name.startsWith(".");
  }
}
