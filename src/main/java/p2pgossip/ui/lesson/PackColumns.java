package p2pgossip.ui.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import p2pgossip.gossip.ShownText;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.FigureWords;
import p2pgossip.lesson.Measure;
import p2pgossip.pack.PackRow;
import p2pgossip.pack.PackTable;
import p2pgossip.pack.PredictionLine;

/// The columns of the table of lab packs: they are those of one lesson. FX thread only.
final class PackColumns {

  private static final double NAME = 150;
  private static final double NARROW = 70;
  private static final double FIGURE = 80;
  private static final double WIDE = 220;
  private static final int SECONDS = 60;

  /// A lesson from anywhere may have more than a screen can show.
  private static final int MOST_PREDICTIONS = 40;

  private PackColumns() {}

  /// A cell that is sorted by a number where it has one, and else by its words.
  record Cell(String words, double order) implements Comparable<Cell> {

    static Cell of(String words) {
      return new Cell(ShownText.of(words), Double.NaN);
    }

    @Override
    public int compareTo(Cell other) {
      boolean words = Double.isNaN(order) && Double.isNaN(other.order);
      return words
          ? this.words.compareToIgnoreCase(other.words)
          : Double.compare(order, other.order);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /// @param checks the outcome of making the runs again, by file; empty if they were not
  static List<TableColumn<PackRow, Cell>> of(PackTable.Group group, Map<Path, String> checks) {
    List<TableColumn<PackRow, Cell>> columns = new ArrayList<>();
    columns.add(column("Name", NAME, row -> Cell.of(row.student())));
    columns.add(column("Marks", WIDE, row -> Cell.of(String.join("; ", row.marks()))));
    if (!checks.isEmpty()) {
      columns.add(
          column(
              "Runs, made again",
              WIDE,
              row -> Cell.of(checks.getOrDefault(row.pack().file(), ""))));
    }
    for (Block.Predict predict : group.predictions().stream().limit(MOST_PREDICTIONS).toList()) {
      columns.add(prediction(predict));
    }
    if (group.lesson().blocks(Block.Task.class).findAny().isPresent()) {
      columns.add(
          column(
              "Tasks",
              NARROW,
              row ->
                  new Cell("%s of %s".formatted(row.tasksDone(), row.tasks()), row.tasksDone())));
    }
    columns.add(column("Minutes", NARROW, PackColumns::minutes));
    columns.add(
        column(
            "To the end", NARROW, row -> Cell.of(row.pack().progress().isOver() ? "yes" : "no")));
    columns.add(
        column("File", NAME, row -> Cell.of(String.valueOf(row.pack().file().getFileName()))));
    return columns;
  }

  /// The answer and its error below one heading.
  private static TableColumn<PackRow, Cell> prediction(Block.Predict predict) {
    TableColumn<PackRow, Cell> both =
        new TableColumn<>(ShownText.of(predict.name().replace('-', ' ')));
    if (!PredictionLine.kind(predict).equals("curve")) {
      both.getColumns().add(column("Said", FIGURE, row -> said(row, predict)));
    }
    both.getColumns().add(column("Error", FIGURE, row -> error(row, predict)));
    return both;
  }

  private static Cell said(PackRow row, Block.Predict predict) {
    Optional<PredictionLine> line = row.line(predict.name());
    String words = line.map(PredictionLine::said).orElse("");
    return PredictionLine.kind(predict).equals("number") && !words.isEmpty()
        ? new Cell(words, Double.parseDouble(words))
        : Cell.of(words);
  }

  private static Cell error(PackRow row, Block.Predict predict) {
    OptionalDouble error =
        row.line(predict.name()).map(PredictionLine::error).orElse(OptionalDouble.empty());
    if (error.isEmpty()) {
      return new Cell("", Double.POSITIVE_INFINITY);
    }
    double off = error.getAsDouble();
    return new Cell(
        switch (PredictionLine.kind(predict)) {
          case "choice" -> off == 0 ? "right" : "wrong";
          case "curve" -> FigureWords.of(off, Measure.Style.SHARE);
          default -> FigureWords.of(off, Measure.Style.NUMBER);
        },
        off);
  }

  private static Cell minutes(PackRow row) {
    return row.time()
        .map(
            time -> {
              double minutes = (double) time.toSeconds() / SECONDS;
              return new Cell(FigureWords.of(minutes, Measure.Style.TIME), minutes);
            })
        .orElse(new Cell("", -1));
  }

  private static TableColumn<PackRow, Cell> column(
      String title, double width, Function<PackRow, Cell> value) {
    TableColumn<PackRow, Cell> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }
}
