package p2pgossip.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;

/// The file to which a process appends one line per run of its shard, written as soon as the run
/// ends. While it is open no other process can open it. Used by one thread at a time, which must
/// not be interrupted.
final class RunLog implements Closeable {

  private static final int LOOKED_AT = 1 << 16;
  private static final long SAFE_EVERY_NANOS = 1_000_000_000L;

  private final Path file;
  private final FileChannel channel;
  private long madeSafe = System.nanoTime();

  private RunLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Opens a log, or begins one. A last line that was written in part is cut off.
  ///
  /// @throws IOException when another process has it open, or it can't be written, in words for the
  ///     user
  static RunLog open(Path file) throws IOException {
    UserFile.requireFileOrNothing(file);
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    }
    RunLog log = new RunLog(file, channel);
    try {
      log.begin();
      return log;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void begin() throws IOException {
    if (!isLocked()) {
      throw new IOException(
          file + ": another process is working on this shard; wait for it, or end it");
    }
    long whole;
    try {
      whole = endOfLastLine();
      channel.truncate(whole);
      channel.position(whole);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    }
    if (whole == 0) {
      append(ResultTable.logHeader());
    }
  }

  private boolean isLocked() throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new IOException("%s: it can't be locked: %s".formatted(file, FailureInWords.of(e)), e);
    }
    return lock != null;
  }

  /// The number of bytes up to and with the last line break.
  private long endOfLastLine() throws IOException {
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
    try (channel) {
      channel.force(false);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    }
  }
}
