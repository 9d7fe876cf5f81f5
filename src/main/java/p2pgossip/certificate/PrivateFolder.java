package p2pgossip.certificate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/// A folder that its owner alone can read, shared by all processes of its owner. Thread-safe.
final class PrivateFolder {

  private static final FileAttribute<?>[] NONE = {};

  /// Locks on files are held by processes; among the threads of one process this one decides.
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path path;

  interface Work<T> {
    T run() throws IOException;
  }

  /// @param path need not be there yet
  PrivateFolder(Path path) {
    this.path = path;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /// Does something while no other process or thread does anything like it in this folder. Waits for
  /// those that do.
  <T> T alone(Work<T> work) throws IOException {
    synchronized (ONE_AT_A_TIME) {
      create();
      try (FileChannel channel =
              FileChannel.open(
                  file("lock"),
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  attributes("rw-------"));
          FileLock lock = channel.lock()) {
        assert lock.isValid();
        return work.run();
      }
    }
  }

  private void create() throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(path, attributes("rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
  }

  /// Writes a file as a whole: whoever reads it meanwhile, or after a crash, finds the old one or the
  /// new one. It is never readable by others, not even while it is written.
  void write(String name, byte[] content) throws IOException {
    Path beside = Files.createTempFile(path, name, ".new", attributes("rw-------"));
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          beside, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// Moves a file out of the way, and says where to.
  Path setAside(String name, Instant now) throws IOException {
    Path aside = file(name + ".damaged-" + now.toEpochMilli());
    return Files.move(file(name), aside);
  }

  private FileAttribute<?>[] attributes(String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : NONE;
  }
}
