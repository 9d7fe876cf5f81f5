package p2pgossip.results;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.LeftParts;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Scale;

/// The runs of one experiment in one or several folders, each once, in the order of the points and
/// at each of the repetitions. They are sorted on the disk: only a part of them is in memory at a
/// time. Used by one thread at a time.
final class SortedRuns implements Closeable {

  /// The most runs in a part.
  private static final int RUNS_IN_A_PART = 1 << 15;

  /// How the names of temporary folders and files of a sweep begin.
  static final String SCRATCH = ".sorting-";

  private final Experiment experiment;
  private final ResultTable table;
  private final Path scratch;
  private final int parts;
  private final List<String> notes = new ArrayList<>();

  private SortedRuns(SweepFolder first, Path scratch) {
    experiment = first.experiment();
    table = new ResultTable(experiment, first.program());
    this.scratch = scratch;
    parts = Math.ceilDiv(experiment.runs(), RUNS_IN_A_PART);
  }

  /// Reads the logs of folders of the same experiment.
  ///
  /// @param beside a folder with room for them
  /// @throws IOException when they can't be read or sorted, in words for the user
  static SortedRuns of(List<SweepFolder> folders, Path beside) throws IOException {
    Path scratch;
    LeftParts.sweepAll(beside, SCRATCH, Instant.now());
    try {
      scratch = Files.createTempDirectory(beside, SCRATCH);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(beside, e), e);
    }
    SortedRuns runs = new SortedRuns(folders.getFirst(), scratch);
    try {
      runs.sort(folders);
      return runs;
    } catch (IOException | RuntimeException | Error e) {
      try {
        runs.close();
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private void sort(List<SweepFolder> folders) throws IOException {
    List<Closeable> writers = new ArrayList<>();
    try (Closeable _ = () -> closeAll(writers)) {
      BufferedWriter[] parted = new BufferedWriter[parts];
      for (int part = 0; part < parts; part++) {
        parted[part] = writer(part);
        writers.add(parted[part]);
      }
      for (SweepFolder folder : folders) {
        notes.addAll(
            new RunLogs(folder)
                .read(outcome -> write(parted[number(outcome) / RUNS_IN_A_PART], outcome)));
      }
    }
  }

  private BufferedWriter writer(int part) throws IOException {
    try {
      return Files.newBufferedWriter(part(part), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(scratch, e), e);
    }
  }

  private void write(BufferedWriter writer, Outcome outcome) throws IOException {
    try {
      writer.write(table.logLine(outcome) + "\n");
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(scratch, e), e);
    }
  }

  /// What they hold back is written then, for which there may be no room.
  private void closeAll(List<Closeable> writers) throws IOException {
    IOException first = null;
    for (Closeable writer : writers) {
      try {
        writer.close();
      } catch (IOException e) {
        first = first == null ? new IOException(FailureInWords.withName(scratch, e), e) : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private int number(Outcome outcome) {
    return outcome.point() * experiment.repeats().most() + outcome.repetition();
  }

  private Path part(int part) {
    return scratch.resolve("part-" + part);
  }

  /// What was damaged in the logs, in words.
  List<String> notes() {
    return List.copyOf(notes);
  }

  /// Gives the runs one by one. Of a run that was made several times a measured one counts, and the
  /// first of those.
  ///
  /// @throws IOException when they can't be read, when one was measured differently in two places
  ///     although the same seed must give the same outcome, or as the taker does
  void forEach(RunLogs.Taker taker) throws IOException {
    for (int part = 0; part < parts; part++) {
      @Nullable Outcome[] runs = new Outcome[RUNS_IN_A_PART];
      try (LogLines lines = new LogLines(part(part))) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          Outcome outcome = table.read(line);
          if (outcome != null) {
            int place = number(outcome) % RUNS_IN_A_PART;
            runs[place] = better(runs[place], outcome);
          }
        }
      }
      for (Outcome run : runs) {
        if (run != null) {
          taker.take(run);
        }
      }
    }
  }

  private Outcome better(@Nullable Outcome earlier, Outcome later) throws IOException {
    if (earlier == null || (earlier.failure() != null && later.failure() == null)) {
      return later;
    }
    if (experiment.scale() != Scale.REAL && later.failure() == null && !earlier.equals(later)) {
      throw new IOException(
          "repetition %s of %s has two different outcomes; a log was changed by hand, or two machines calculate differently"
              .formatted(earlier.repetition() + 1, experiment.words(earlier.point())));
    }
    return earlier;
  }

  /// Deletes what was written to the disk.
  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(scratch)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(scratch);
  }
}
