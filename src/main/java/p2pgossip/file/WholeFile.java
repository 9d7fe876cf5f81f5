package p2pgossip.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Writes files whole or not at all: first beside the old one, and then over it. So neither a full
/// disk nor a cancelled save nor the end of the process destroys the old file. Temporary files of a
/// process that was killed are deleted when the same file is saved an hour later or after that.
///
/// A new file can be read and written by its owner alone; an existing one keeps its permissions.
/// Every failure to write is a [FileSystemException] whose message names the file and, after a
/// colon, the reason.
public final class WholeFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /// The contents of a file.
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /// @throws IOException when it can't be written; then nothing has changed, as when the body
  ///     throws anything else
  public static void save(Path file, Body body) throws IOException {
    save(file, FileChannel::open, body);
  }

  /// Opens the temporary file.
  interface Opener {
    FileChannel open(Path file, Set<StandardOpenOption> options, FileAttribute<?>... attributes)
        throws IOException;
  }

  /// Saves several files that belong together: none is replaced before all of them are written.
  ///
  /// @param bodies by file, in the order in which they are written and replaced
  /// @throws IOException when one can't be written; then nothing has changed, unless the last step
  ///     failed, which needs no room on the disk
  public static void saveAll(SequencedMap<Path, Body> bodies) throws IOException {
    saveAll(bodies, FileChannel::open);
  }

  static void save(Path file, Opener opener, Body body) throws IOException {
    SequencedMap<Path, Body> one = new LinkedHashMap<>();
    one.put(file, body);
    saveAll(one, opener);
  }

  private record Part(Path file, Path beside, Path target) {}

  static void saveAll(SequencedMap<Path, Body> bodies, Opener opener) throws IOException {
    List<Part> parts = new ArrayList<>();
    try {
      for (Map.Entry<Path, Body> each : bodies.entrySet()) {
        Path target = resolved(each.getKey());
        LeftParts.sweep(target, Instant.now());
        Path beside = LeftParts.beside(target);
        parts.add(new Part(each.getKey(), beside, target));
        write(each.getKey(), target, beside, opener, each.getValue());
      }
      for (Part part : parts) {
        move(part);
      }
    } catch (IOException | RuntimeException | Error e) {
      for (Part part : parts) {
        try {
          Files.deleteIfExists(part.beside());
        } catch (IOException left) {
          e.addSuppressed(left);
        }
      }
      throw e;
    }
  }

  /// If it is a link, the file that it leads to is replaced.
  private static Path resolved(Path file) throws IOException {
    try {
      if (!Files.exists(file)) {
        return file.toAbsolutePath();
      }
      FileKind.requireFile(file);
      return file.toRealPath();
    } catch (IOException e) {
      throw FailureInWords.naming(file, e);
    }
  }

  private static void write(Path file, Path target, Path beside, Opener opener, Body body)
      throws IOException {
    try (FileChannel channel = create(file, target, beside, opener);
        OutputStream out = new OpenUntilSafe(new Named(Channels.newOutputStream(channel), file))) {
      writeTo(out, body);
      out.flush();
      try {
        // Otherwise a crash could leave an empty file under the old name.
        channel.force(true);
      } catch (IOException e) {
        throw FailureInWords.naming(file, e);
      }
    }
  }

  /// Some libraries wrap what the stream throws.
  private static void writeTo(OutputStream out, Body body) throws IOException {
    try {
      body.writeTo(out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static FileChannel create(Path file, Path target, Path beside, Opener opener)
      throws IOException {
    try {
      return opener.open(
          beside,
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          attributes(target));
    } catch (IOException e) {
      throw FailureInWords.naming(file, e);
    }
  }

  private static FileAttribute<?>[] attributes(Path target) throws IOException {
    if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> permissions =
        Files.exists(target, LinkOption.NOFOLLOW_LINKS)
            ? Files.getPosixFilePermissions(target)
            : OWNER_ONLY;
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  private static void move(Part part) throws IOException {
    try {
      Files.move(part.beside(), part.target(), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part.beside(), part.target(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw FailureInWords.naming(part.file(), e);
    }
  }

  /// Writers close their stream, but the file must still be forced to the disk.
  private static final class OpenUntilSafe extends BufferedOutputStream {
    OpenUntilSafe(OutputStream out) {
      super(out, 1 << 16);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /// An exception of the body itself is thrown as it is; one of the disk gets the name of the file.
  private static final class Named extends FilterOutputStream {

    private final Path file;

    private Named(OutputStream out, Path file) {
      super(out);
      this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw FailureInWords.naming(file, e);
      }
    }
  }
}
