package p2pgossip.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Distinguishes files from other things in the file system: reading a pipe or a device may never
/// end, and overwriting one may destroy it.
final class FileKind {

  // The bits of a mode that give the kind of file: POSIX, <sys/stat.h>.
  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int SOCKET = 0140000;

  private FileKind() {}

  /// @throws FileSystemException when it is not a file, saying what it is
  /// @throws java.nio.file.NoSuchFileException when there is nothing
  static void requireFile(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(
          path.toString(),
          null,
          "it is " + (attributes.isDirectory() ? "a directory" : otherKind(path)) + ", not a file");
    }
  }

  private static String otherKind(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return "something else";
    }
    int mode = (int) Files.getAttribute(path, "unix:mode");
    return switch (mode & KIND) {
      case PIPE -> "a pipe (FIFO)";
      case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device";
      case SOCKET -> "a socket";
      default -> "something else";
    };
  }
}
