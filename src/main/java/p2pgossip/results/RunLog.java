package p2pgossip.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;

/// The file to which a process appends one line per run of its shard, written as soon as the run
/// ends. While it is open no other process can open it: a file beside it is locked, which nobody
/// reads, since on POSIX systems a process loses its lock on a file as soon as it closes the file,
/// however it had opened it. Used by one thread at a time, which must not be interrupted.
final class RunLog implements Closeable {

  private static final int LOOKED_AT = 1 << 16;
  private static final long SAFE_EVERY_NANOS = 1_000_000_000L;

  /// Those that this process has open. It must not even try to lock one of them again.
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileChannel lock;
  private long madeSafe = System.nanoTime();

  private RunLog(Path file, FileChannel channel, FileChannel lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /// Opens a log, or begins one. A last line that was written in part is cut off.
  ///
  /// @throws IOException when another process has it open, or it can't be written, in words for the
  ///     user
  static RunLog open(Path file) throws IOException {
    if (!OPEN.add(identity(file))) {
      throw inUse(file);
    }
    try {
      return locked(file);
    } catch (IOException | RuntimeException | Error e) {
      OPEN.remove(identity(file));
      throw e;
    }
  }

  private static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static IOException inUse(Path file) {
    return new IOException(
        file + ": another process is working on this shard; wait for it, or end it");
  }

  private static RunLog locked(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
    FileChannel lock = opened(file.resolveSibling(name + ".lock"));
    try {
      requireLocked(lock, file);
      FileChannel channel = opened(file);
      try {
        RunLog log = new RunLog(file, channel, lock);
        log.begin();
        return log;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static FileChannel opened(Path file) throws IOException {
    UserFile.requireFileOrNothing(file);
    try {
      return FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    }
  }

  private void begin() throws IOException {
    long whole;
    try {
      whole = endOfLastLine(channel);
      channel.truncate(whole);
      channel.position(whole);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    }
    if (whole == 0) {
      append(ResultTable.logHeader());
    }
  }

  private static void requireLocked(FileChannel lock, Path file) throws IOException {
    @Nullable FileLock locked;
    try {
      locked = lock.tryLock();
    } catch (IOException e) {
      throw new IOException("%s: it can't be locked: %s".formatted(file, FailureInWords.of(e)), e);
    }
    if (locked == null) {
      throw inUse(file);
    }
  }

  /// The number of bytes up to and with the last line break.
  static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(LOOKED_AT);
    long end = channel.size();
    while (end > 0) {
      long from = Math.max(0, end - LOOKED_AT);
      part.clear().limit((int) (end - from));
      int read = channel.read(part, from);
      for (int at = read - 1; at >= 0; at--) {
        if (part.get(at) == '\n') {
          return from + at + 1;
        }
      }
      end = from;
    }
    return 0;
  }

  /// @param line without its line break
  /// @throws IOException when it can't be written; then nothing of it is there
  void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    long before = channel.position();
    try {
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
      long now = System.nanoTime();
      if (now - madeSafe > SAFE_EVERY_NANOS) {
        channel.force(false);
        madeSafe = now;
      }
    } catch (IOException e) {
      try {
        channel.truncate(before);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw new IOException(FailureInWords.withName(file, e), e);
    }
  }

  /// Lets other processes open it.
  @Override
  public void close() throws IOException {
    try (lock;
        channel) {
      channel.force(false);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    } finally {
      OPEN.remove(identity(file));
    }
  }
}
