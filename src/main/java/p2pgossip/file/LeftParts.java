package p2pgossip.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// The temporary files that are written before they replace the file beside them: their names, and
/// the removal of those left by a process that was killed. Likewise that of temporary folders.
public final class LeftParts {

  /// Since the last write. A process that still writes such a file does so far more often.
  private static final Duration OLD = Duration.ofHours(1);

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private LeftParts() {}

  /// A new name each time.
  ///
  /// @param target absolute
  static Path beside(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  /// Deletes temporary files of this file that were not written to for an hour. Best effort: if it
  /// fails, the file itself can still be saved.
  ///
  /// @param target absolute
  static void sweep(Path target, Instant now) {
    Pattern names =
        Pattern.compile(
            Pattern.quote("." + target.getFileName() + ".")
                + UUID_PATTERN
                + Pattern.quote(".part"));
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            target.resolveSibling("."),
            file -> names.matcher(String.valueOf(file.getFileName())).matches())) {
      for (Path file : left) {
        if (isOld(file, now)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // The folder can't be listed or changed; if that matters, saving fails with a reason.
    }
  }

  /// Deletes temporary folders and files to which nothing was written for an hour. Best effort.
  ///
  /// @param folder in which they are
  /// @param begin of their names
  public static void sweepAll(Path folder, String begin, Instant now) {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            folder, file -> String.valueOf(file.getFileName()).startsWith(begin))) {
      for (Path file : left) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          sweepFolder(file, now);
        } else if (isOld(file, now)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // What can't be deleted is only in the way.
    }
  }

  /// One that holds only files, all of them old.
  private static void sweepFolder(Path folder, Instant now) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> held = Files.newDirectoryStream(folder)) {
      held.forEach(files::add);
    }
    if (!isOldItself(folder, now)) {
      return;
    }
    for (Path file : files) {
      if (!isOld(file, now)) {
        return;
      }
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  private static boolean isOld(Path file, Instant now) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isOldItself(file, now);
  }

  private static boolean isOldItself(Path file, Instant now) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
        .toInstant()
        .isBefore(now.minus(OLD));
  }
}
