package p2pgossip.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.CsvTable;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.WholeFile;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;

/// The results of a sweep: `results.csv` and `results.parquet` with a row for each run,
/// and `summary.csv` with one for each point and measure. The files depend on the runs alone, not
/// on the order, the threads, the shards or the machines in which they were made.
public final class SweepResults {

  private static final List<String> SUMMARY =
      List.of(
          "measure",
          "runs",
          "failed",
          "mean",
          "standard_error",
          "low",
          "high",
          "least",
          "q05",
          "q25",
          "median",
          "q75",
          "q95",
          "greatest",
          "pairs",
          "difference",
          "difference_error",
          "difference_low",
          "difference_high");

  private SweepResults() {}

  /// Reads the summaries of the runs in a folder so far, point by point.
  ///
  /// @return in the order of the points; those without a run are missing
  /// @throws IOException when the logs can't be read, in words for the user
  public static List<PointSummary> summaries(SweepFolder folder) throws IOException {
    List<PointSummary> all = new ArrayList<>();
    try (SortedRuns runs = SortedRuns.of(List.of(folder), folder.path())) {
      Summaries.of(runs, folder.experiment(), all::add);
    }
    return all;
  }

  /// Reads the runs in a folder so far, each once, in no order. Those that failed are left out.
  ///
  /// @throws IOException when the logs can't be read, in words for the user
  public static void read(SweepFolder folder, Consumer<Outcome> taker) throws IOException {
    BitSet seen = new BitSet(folder.experiment().runs());
    int points = folder.experiment().points();
    List<String> _ =
        new RunLogs(folder)
            .read(
                run -> {
                  int number = run.repetition() * points + run.point();
                  if (run.failure() == null && !seen.get(number)) {
                    seen.set(number);
                    taker.accept(run);
                  }
                });
  }

  /// Writes the results of what is done so far into the folder of the sweep.
  ///
  /// @return what is damaged in its logs, in words
  /// @throws IOException when they can't be written, in words for the user
  public static List<String> write(SweepFolder folder) throws IOException {
    return write(List.of(folder), folder);
  }

  /// Gathers the runs that were made in several folders.
  ///
  /// @param from folders of the same experiment, by hash, and of the same version
  /// @param to a folder in which it is planned and nothing was run
  /// @return what is damaged in their logs, in words
  /// @throws IOException when the folders are not of the same experiment, or it can't be written,
  ///     in words for the user
  public static List<String> merge(List<SweepFolder> from, SweepFolder to) throws IOException {
    for (SweepFolder folder : from) {
      if (!folder.hash().equals(to.hash())) {
        throw new IOException(
            "%s holds another experiment than %s: their hashes are %s and %s"
                .formatted(folder.path(), to.path(), folder.hash(), to.hash()));
      }
    }
    if (!RunLogs.files(to).isEmpty()) {
      throw new IOException(to.path() + ": runs were made there; name a new folder");
    }
    return write(from, to);
  }

  private static List<String> write(List<SweepFolder> from, SweepFolder to) throws IOException {
    Experiment experiment = to.experiment();
    ResultTable table = new ResultTable(experiment, to.program());
    try (SortedRuns runs = SortedRuns.of(from, to.path())) {
      SequencedMap<Path, WholeFile.Body> files = new LinkedHashMap<>();
      if (!from.contains(to)) {
        files.put(to.path().resolve("runs-1-of-1.csv"), out -> writeLog(out, runs, table));
      }
      files.put(to.path().resolve("results.csv"), out -> writeCsv(out, runs, table));
      files.put(to.path().resolve("summary.csv"), out -> writeSummary(out, runs, experiment));
      WholeFile.saveAll(files);
      // By itself, since its compression is native code, which not every machine can load.
      WholeFile.save(
          to.path().resolve("results.parquet"), out -> writeParquet(out, runs, table, to.path()));
      return runs.notes();
    }
  }

  private static void writeLog(OutputStream out, SortedRuns runs, ResultTable table)
      throws IOException {
    out.write((ResultTable.logHeader() + "\n").getBytes(StandardCharsets.UTF_8));
    runs.forEach(run -> out.write((table.logLine(run) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static void writeCsv(OutputStream out, SortedRuns runs, ResultTable table)
      throws IOException {
    try (CsvTable csv = new CsvTable(out, ResultTable.columns())) {
      runs.forEach(run -> csv.row(table.cells(run)));
    }
  }

  /// The library writes files only.
  private static void writeParquet(
      OutputStream out, SortedRuns runs, ResultTable table, Path beside) throws IOException {
    Path scratch = beside.resolve(SortedRuns.SCRATCH + "parquet-" + UUID.randomUUID());
    try {
      try (ParquetTable parquet = new ParquetTable(scratch)) {
        runs.forEach(run -> parquet.row(table.cells(run)));
      }
      Files.copy(scratch, out);
    } catch (LinkageError e) {
      throw new IOException(
          "results.parquet: Snappy, which compresses it, can't be loaded here: " + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new IOException(FailureInWords.withName(scratch, e), e);
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  private static void writeSummary(OutputStream out, SortedRuns runs, Experiment experiment)
      throws IOException {
    List<String> columns = new ArrayList<>();
    for (Axis axis : experiment.axes()) {
      columns.add(axis.parameter().label());
    }
    columns.addAll(SUMMARY);
    try (CsvTable csv = new CsvTable(out, columns)) {
      Summaries.of(
          runs,
          experiment,
          summary -> {
            for (Measure measure : experiment.measures()) {
              csv.row(row(experiment, summary, measure));
            }
          });
    }
  }

  private static List<@Nullable Object> row(
      Experiment experiment, PointSummary point, Measure measure) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int axis = 0; axis < experiment.axes().size(); axis++) {
      cells.add(experiment.value(point.point(), axis));
    }
    Summary summary = point.measures().get(measure);
    if (summary == null) {
      throw new IllegalStateException("each measure of an experiment is summed up");
    }
    Summary.Quantiles quantiles = summary.quantiles();
    cells.addAll(
        Arrays.<@Nullable Object>asList(
            measure.label(),
            summary.runs(),
            point.failed(),
            summary.mean(),
            summary.standardError(),
            summary.low(),
            summary.high(),
            quantiles.least(),
            quantiles.q05(),
            quantiles.q25(),
            quantiles.median(),
            quantiles.q75(),
            quantiles.q95(),
            quantiles.greatest()));
    Summary difference = point.difference(measure);
    cells.addAll(
        difference == null
            ? Arrays.<@Nullable Object>asList(null, null, null, null, null)
            : Arrays.<@Nullable Object>asList(
                difference.runs(),
                difference.mean(),
                difference.standardError(),
                difference.low(),
                difference.high()));
    return cells;
  }

  /// How far a sweep has come: all shards together.
  ///
  /// @throws IOException when the logs can't be read, in words for the user
  public static SweepProgress progress(SweepFolder folder) throws IOException {
    BitSet done = new BitSet(folder.experiment().runs());
    BitSet failed = new BitSet();
    int points = folder.experiment().points();
    List<String> _ =
        new RunLogs(folder)
            .read(
                (Outcome run) ->
                    (run.failure() == null ? done : failed)
                        .set(run.repetition() * points + run.point()));
    failed.andNot(done);
    return new SweepProgress(done.cardinality(), failed.cardinality(), folder.experiment().runs());
  }
}
