package p2pgossip.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.CsvTable;
import p2pgossip.file.WholeFile;
import p2pgossip.lesson.Block;

/// Writes the table of many lab packs in CSV: a line for each student and lesson, with the columns
/// of all lessons side by side. [CsvTable] makes the texts harmless.
public final class PackCsv {

  private static final List<String> FIRST =
      List.of(
          "student",
          "lesson",
          "title",
          "over",
          "tasks_done",
          "tasks",
          "minutes",
          "saved",
          "program");

  private static final List<String> LAST = List.of("marks", "runs", "file");

  /// Spreadsheets take more, but nobody reads them.
  private static final int MOST_COLUMNS = 1_000;

  private PackCsv() {}

  /// @param checks the outcome of making the runs again, by file; empty if they were not
  /// @throws IOException when it can't be written; an old file stays as it was
  public static void write(Path file, PackTable table, Map<Path, String> checks)
      throws IOException {
    WholeFile.save(file, out -> write(out, table, checks));
  }

  static void write(OutputStream out, PackTable table, Map<Path, String> checks)
      throws IOException {
    List<String> columns = new ArrayList<>(FIRST);
    for (int group = 0; group < table.groups().size(); group++) {
      for (Block.Predict predict : table.groups().get(group).predictions()) {
        String name = prefix(table, group) + predict.name();
        columns.add(name);
        if (hasWords(predict)) {
          columns.add(name + "_truth");
        }
        columns.add(name + "_error");
      }
    }
    if (columns.size() > MOST_COLUMNS) {
      throw new IOException(
          "the table would have more than %s columns; open packs of fewer lessons at a time"
              .formatted(MOST_COLUMNS));
    }
    columns.addAll(LAST);
    try (CsvTable csv = new CsvTable(out, columns)) {
      for (int group = 0; group < table.groups().size(); group++) {
        for (PackRow row : table.groups().get(group).rows()) {
          csv.row(cells(table, group, row, checks));
        }
      }
    }
  }

  /// The names of predictions are those of a lesson.
  private static String prefix(PackTable table, int group) {
    return table.groups().size() == 1 ? "" : group + 1 + "_";
  }

  /// Of a curve there is only the error.
  private static boolean hasWords(Block.Predict predict) {
    return !PredictionLine.kind(predict).equals("curve");
  }

  private static List<@Nullable Object> cells(
      PackTable table, int group, PackRow row, Map<Path, String> checks) {
    LabPack pack = row.pack();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.student());
    cells.add(pack.progress().lesson().name());
    cells.add(pack.progress().lesson().title());
    cells.add(pack.progress().isOver());
    cells.add(row.tasksDone());
    cells.add(row.tasks());
    cells.add(row.time().map(PackText::minutes).orElse(null));
    cells.add(pack.answers().saved());
    cells.add(pack.answers().program());
    for (int other = 0; other < table.groups().size(); other++) {
      for (Block.Predict predict : table.groups().get(other).predictions()) {
        Optional<PredictionLine> line =
            other == group ? row.line(predict.name()) : Optional.empty();
        addPrediction(cells, predict, line);
      }
    }
    cells.add(String.join("; ", row.marks()));
    cells.add(checks.get(pack.file()));
    cells.add(String.valueOf(pack.file().getFileName()));
    return cells;
  }

  private static void addPrediction(
      List<@Nullable Object> cells, Block.Predict predict, Optional<PredictionLine> line) {
    cells.add(line.map(PredictionLine::saidInWords).orElse(null));
    if (hasWords(predict)) {
      cells.add(line.map(PredictionLine::truth).orElse(null));
    }
    OptionalDouble error = line.map(PredictionLine::error).orElse(OptionalDouble.empty());
    cells.add(error.isPresent() ? PredictionLine.plain(error.getAsDouble()) : null);
  }
}
