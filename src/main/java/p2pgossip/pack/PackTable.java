package p2pgossip.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Lesson;

/// Many lab packs in one table, lesson by lesson.
///
/// @param groups in the order of the lessons' names, the known text of each before others
/// @param refused what could not be read, in the order in which it was tried
public record PackTable(List<Group> groups, List<Refused> refused) {

  public PackTable {
    groups = List.copyOf(groups);
    refused = List.copyOf(refused);
  }

  /// The packs of one lesson. Another text of it is another lesson.
  ///
  /// @param known whether this program has the very same lesson
  /// @param rows by the names of the students
  public record Group(Lesson lesson, boolean known, List<PackRow> rows) {
    public Group {
      rows = List.copyOf(rows);
    }

    /// The names of its predictions, in their order.
    public List<Block.Predict> predictions() {
      return lesson.blocks(Block.Predict.class).toList();
    }
  }

  /// A file that is no lab pack.
  ///
  /// @param reason in words that name the file
  public record Refused(Path file, String reason) {}

  /// @param program the name and version of this program
  public static PackTable of(List<LabPack> packs, List<Refused> refused, String program) {
    Map<String, List<LabPack>> byLesson = new LinkedHashMap<>();
    packs.stream()
        .sorted(Comparator.comparing(PackTable::order))
        .forEach(
            pack ->
                byLesson
                    .computeIfAbsent(pack.progress().lesson().hash(), _ -> new ArrayList<>())
                    .add(pack));
    PackMarks marks = new PackMarks(packs, program);
    List<Group> groups =
        byLesson.values().stream()
            .map(
                some ->
                    new Group(
                        some.getFirst().progress().lesson(),
                        some.getFirst().known(),
                        some.stream().map(pack -> new PackRow(pack, marks.of(pack))).toList()))
            .toList();
    return new PackTable(groups, refused);
  }

  /// All rows, lesson by lesson.
  public List<PackRow> rows() {
    return groups.stream().flatMap(group -> group.rows().stream()).toList();
  }

  private static String order(LabPack pack) {
    return String.join(
        "\n",
        pack.progress().lesson().name(),
        pack.known() ? "" : pack.progress().lesson().hash(),
        pack.answers().student().toLowerCase(Locale.ROOT),
        pack.file().toString());
  }
}
