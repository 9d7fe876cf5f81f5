package p2pgossip.certificate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import p2pgossip.file.UserFile;
import p2pgossip.file.WholeFile;

/// A folder that its owner alone can read, shared by all processes of its owner. Thread-safe.
final class PrivateFolder {

  private static final FileAttribute<?>[] NONE = {};
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// File locks are held by processes; this lock is for the threads of one process.
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path path;

  interface Work<T> {
    T run() throws IOException;
  }

  /// @param path need not exist
  PrivateFolder(Path path) {
    this.path = path;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /// Runs `work` while no other process or thread runs any in this folder. Waits for others, but
  /// not for ever: each takes milliseconds.
  ///
  /// @throws FileSystemException when another process keeps the folder locked, naming the file
  <T> T alone(Work<T> work) throws IOException {
    synchronized (ONE_AT_A_TIME) {
      create();
      Path path = file("lock");
      UserFile.requireFileOrNothing(path);
      try (FileChannel channel =
              FileChannel.open(
                  path,
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  attributes("rw-------"));
          FileLock lock = lock(channel, path)) {
        assert lock.isValid();
        return work.run();
      }
    }
  }

  private static FileLock lock(FileChannel channel, Path path) throws IOException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    FileLock lock = channel.tryLock();
    while (lock == null) {
      if (System.nanoTime() - end > 0) {
        throw new FileSystemException(
            path.toString(),
            null,
            "another process has kept it locked for " + LONGEST_WAIT.toSeconds() + " s");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      lock = channel.tryLock();
    }
    return lock;
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

  /// Writes a file whole: a reader at the same time, or after a crash, finds the old one or the new
  /// one. It is never readable by others, not even while it is written.
  void write(String name, byte[] content) throws IOException {
    WholeFile.save(file(name), out -> out.write(content));
  }

  /// Keeps a file under a second name as well, because another is about to replace it, and returns
  /// that name.
  Path keepAside(String name, Instant now) throws IOException {
    Path aside = file(name + ".damaged-" + now.toEpochMilli());
    try {
      // Takes no room, and is atomic.
      return Files.createLink(aside, file(name));
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Not every file system has links.
      return Files.copy(file(name), aside);
    }
  }

  private FileAttribute<?>[] attributes(String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : NONE;
  }
}
