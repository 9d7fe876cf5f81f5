package p2pgossip.results;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.FailureInWords;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Shard;

/// The logs of all shards in the folder of a sweep.
final class RunLogs {

  /// At most this many damaged lines are named one by one.
  private static final int MOST_NAMED = 10;

  /// Takes the runs one by one.
  interface Taker {
    void take(Outcome outcome) throws IOException;
  }

  private final SweepFolder folder;
  private final ResultTable table;
  private final List<String> damage = new ArrayList<>();
  private int damaged;

  RunLogs(SweepFolder folder) {
    this.folder = folder;
    this.table = new ResultTable(folder.experiment(), folder.program());
  }

  static Path file(SweepFolder folder, Shard shard) {
    return folder.path().resolve("runs-%s-of-%s.csv".formatted(shard.number(), shard.of()));
  }

  /// The logs that are there, in the order of their names.
  static List<Path> files(SweepFolder folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder.path(), "runs-*-of-*.csv")) {
      logs.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw new IOException(folder.path() + ": the system can't list it", e);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(folder.path(), e), e);
    }
    files.sort(null);
    return files;
  }

  /// Reads the runs of the experiment in all logs, some of them maybe more than once. Damaged lines
  /// and runs that the experiment does not have are left out.
  ///
  /// @return what was damaged, in words; bounded
  /// @throws IOException when a log can't be read, or is none, in words for the user
  List<String> read(Taker taker) throws IOException {
    damage.clear();
    damaged = 0;
    for (Path file : files(folder)) {
      try (LogLines lines = new LogLines(file)) {
        read(file, lines, taker);
      }
    }
    if (damaged > damage.size()) {
      damage.add("%s lines are damaged in all".formatted(damaged));
    }
    return List.copyOf(damage);
  }

  private void read(Path file, LogLines lines, Taker taker) throws IOException {
    @Nullable String header = lines.next();
    if (header == null) {
      return;
    }
    if (!header.equals(ResultTable.logHeader())) {
      throw new IOException(
          file
              + ": its first line is not that of a log of runs of this version; move it away, or"
              + " plan the experiment in a new folder");
    }
    for (String line = lines.next(); line != null; line = lines.next()) {
      @Nullable Outcome outcome;
      try {
        outcome = table.read(line);
      } catch (IllegalArgumentException e) {
        note(file, lines.number(), String.valueOf(e.getMessage()));
        continue;
      }
      if (outcome != null) {
        taker.take(outcome);
      }
    }
  }

  private void note(Path file, long number, String why) {
    damaged++;
    if (damage.size() < MOST_NAMED) {
      damage.add("%s: line %s is left out: %s".formatted(file, number, why));
    }
  }
}
