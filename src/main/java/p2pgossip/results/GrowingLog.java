package p2pgossip.results;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.UserFile;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Shard;

/// Follows the log of a sweep while another process writes to it. Holds a part of it at a time.
/// Used by one thread, which may be interrupted.
public final class GrowingLog implements Closeable {

  /// A line is shorter.
  private static final int PART = 1 << 16;

  private final Path file;
  private final ResultTable table;
  private final byte[] part = new byte[PART];
  private @Nullable RandomAccessFile in;
  private long position;

  private GrowingLog(Path file, ResultTable table, long position) {
    this.file = file;
    this.table = table;
    this.position = position;
  }

  /// Begins after what is there now. The log may be missing yet.
  ///
  /// @param folder of which all runs are made by one process, as a single shard
  /// @throws IOException when it can't be read, in words for the user
  public static GrowingLog of(SweepFolder folder) throws IOException {
    Path file = RunLogs.file(folder, Shard.WHOLE);
    ResultTable table = new ResultTable(folder.experiment(), folder.program());
    UserFile.requireFileOrNothing(file);
    if (!Files.exists(file)) {
      return new GrowingLog(file, table, 0);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      // The other process cuts off what follows.
      return new GrowingLog(file, table, RunLog.endOfLastLine(channel));
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    }
  }

  /// Reads what was added since.
  ///
  /// @param taker takes each run of the experiment
  /// @param noted is told what is damaged, in words
  /// @throws IOException when it can't be read, in words for the user
  public void read(Consumer<Outcome> taker, Consumer<String> noted) throws IOException {
    try {
      if (in == null && !Files.exists(file)) {
        return;
      }
      // Not by a channel, which an interrupt would close.
      RandomAccessFile open = in == null ? new RandomAccessFile(file.toFile(), "r") : in;
      in = open;
      while (readPart(open, taker, noted)) {}
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(file, e), e);
    }
  }

  /// @return whether there may be more
  private boolean readPart(RandomAccessFile open, Consumer<Outcome> taker, Consumer<String> noted)
      throws IOException {
    open.seek(position);
    int read = Math.max(0, open.read(part));
    int begin = 0;
    for (int at = 0; at < read; at++) {
      if (part[at] == '\n') {
        String line = new String(part, begin, at - begin, StandardCharsets.UTF_8);
        if (position + begin > 0) {
          take(line, taker, noted);
        }
        begin = at + 1;
      }
    }
    if (begin == 0 && read == part.length) {
      noted.accept(file + ": a line that is too long is left out");
      begin = read;
    }
    position += begin;
    return begin > 0;
  }

  private void take(String line, Consumer<Outcome> taker, Consumer<String> noted) {
    Outcome outcome;
    try {
      outcome = table.read(line);
    } catch (IllegalArgumentException e) {
      noted.accept("%s: a line is left out: %s".formatted(file, e.getMessage()));
      return;
    }
    if (outcome != null) {
      taker.accept(outcome);
    }
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
