package p2pgossip.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// The files to which is written before they replace the one beside them: their names, and what
/// becomes of those that nobody goes on with, because the process was killed.
final class LeftParts {

  /// Since the last write. Whoever still writes such a file does it far more often.
  private static final Duration OLD = Duration.ofHours(1);

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private LeftParts() {}

  /// A new name each time.
  ///
  /// @param target absolute
  static Path beside(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  /// Deletes what was left beside this file, and was not written to for an hour. It is a courtesy:
  /// where it fails, the file itself can be saved all the same.
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
      // The folder can't be listed or changed; the save says so itself if that matters to it.
    }
  }

  private static boolean isOld(Path file, Instant now) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(now.minus(OLD));
  }
}
