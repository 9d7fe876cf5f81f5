package p2pgossip.pack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import p2pgossip.gossip.ShownText;
import p2pgossip.lesson.Block;

/// The table of many lab packs in Markdown, for a terminal.
public final class PackText {

  /// Of a minute, in seconds.
  private static final int TENTH = 6;

  private static final int TENTHS = 10;

  private PackText() {}

  /// @param checks the outcome of making the runs again, by file; empty if they were not
  public static List<String> lines(PackTable table, Map<Path, String> checks) {
    List<String> lines = new ArrayList<>();
    for (PackTable.Group group : table.groups()) {
      lines.add(
          "## %s%s"
              .formatted(
                  ShownText.of(group.lesson().title()), group.known() ? "" : " (another text)"));
      lines.add("");
      addTable(lines, group, checks);
      lines.add("");
    }
    return List.copyOf(lines);
  }

  private static void addTable(
      List<String> lines, PackTable.Group group, Map<Path, String> checks) {
    List<String> head = new ArrayList<>(List.of("student"));
    for (Block.Predict predict : group.predictions()) {
      head.add(predict.name());
      head.add("error");
    }
    head.addAll(List.of("tasks", "minutes", "marks"));
    if (!checks.isEmpty()) {
      head.add("runs, made again");
    }
    lines.add(line(head));
    lines.add("|" + "---|".repeat(head.size()));
    for (PackRow row : group.rows()) {
      lines.add(line(cells(group, row, checks)));
    }
  }

  private static List<String> cells(PackTable.Group group, PackRow row, Map<Path, String> checks) {
    List<String> cells = new ArrayList<>(List.of(row.student()));
    for (Block.Predict predict : group.predictions()) {
      Optional<PredictionLine> line = row.line(predict.name());
      cells.add(line.map(PredictionLine::saidInWords).orElse(""));
      OptionalDouble error = line.map(PredictionLine::error).orElse(OptionalDouble.empty());
      cells.add(error.isPresent() ? PredictionLine.plain(error.getAsDouble()) : "");
    }
    cells.add("%s of %s".formatted(row.tasksDone(), row.tasks()));
    cells.add(row.time().map(PackText::minutes).orElse(""));
    cells.add(String.join("; ", row.marks()));
    if (!checks.isEmpty()) {
      cells.add(checks.getOrDefault(row.pack().file(), ""));
    }
    return cells;
  }

  private static String line(List<String> cells) {
    return "| "
        + String.join(
            " | ", cells.stream().map(it -> ShownText.of(it).replace("|", "\\|")).toList())
        + " |";
  }

  /// As in `12.5`.
  static String minutes(Duration time) {
    return PredictionLine.plain(Math.floor((double) time.toSeconds() / TENTH) / TENTHS);
  }
}
