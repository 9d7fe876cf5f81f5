package p2pgossip.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes files whole or not at all: beside the old one first, and then over it. So neither a full disk
/// nor a cancelled save costs what was there.
public final class Saving {

  /// What stands in the file.
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private Saving() {}

  /// @throws IOException when it can't be written; then all is as it was before, as it is when the body
  /// throws anything else
  public static void save(Path file, Body body) throws IOException {
    // Where it is a link, what it leads to is replaced.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new FileSystemException(target.toString(), null, "it is a folder");
    }
    Path beside =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    boolean moved = false;
    try {
      write(beside, body);
      move(beside, target);
      moved = true;
    } finally {
      if (!moved) {
        Files.deleteIfExists(beside);
      }
    }
  }

  private static void write(Path beside, Body body) throws IOException {
    try (FileChannel channel =
            FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new OpenUntilSafe(Channels.newOutputStream(channel))) {
      body.writeTo(out);
      out.flush();
      // Else a crash could leave an empty file under the name of the old one.
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Writers close what they write to, and the file is still to be brought to the disk then.
  private static final class OpenUntilSafe extends BufferedOutputStream {
    OpenUntilSafe(OutputStream out) {
      super(out, 1 << 16);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
