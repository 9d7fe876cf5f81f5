package p2pgossip.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.export.Progress;
import p2pgossip.lesson.Answer;
import p2pgossip.lesson.LessonFiles;
import p2pgossip.lesson.LessonProgress;

class PackTableTest {

  @TempDir Path folder;

  private final PackReader reader = new PackReader();
  private final List<Path> files = new ArrayList<>();
  private final LessonProgress played = Samples.ring(200, Samples.NOON);

  private void handIn(String file, String student, LessonProgress progress) {
    files.add(Samples.write(folder.resolve(file), student, progress));
  }

  private PackTable table(String program) throws IOException {
    return PackFiles.read(files, reader, program, Progress.UNHEARD);
  }

  private PackTable table() throws IOException {
    return table(Samples.PROGRAM);
  }

  private List<String> marks(String student) throws IOException {
    return table().rows().stream()
        .filter(row -> row.student().equals(student))
        .flatMap(row -> row.marks().stream())
        .toList();
  }

  @Test
  void aCopyOfAPackIsMarkedOnBothSides() throws IOException {
    handIn("ana.zip", "Ana", played);
    handIn("bo.zip", "Bo", played);
    handIn("cem.zip", "Cem", Samples.ring(200, Samples.NOON.plusMillis(1)));

    assertThat(marks("Ana")).containsExactly("the same answers and times as Bo (bo.zip)");
    assertThat(marks("Bo")).containsExactly("the same answers and times as Ana (ana.zip)");
    assertThat(marks("Cem")).as("the same answer at another time").isEmpty();
  }

  /// Somebody has changed the answer in the file, but not the times.
  @Test
  void aCopyWithAnotherAnswerIsMarked() throws IOException {
    handIn("ana.zip", "Ana", played);
    handIn("bo.zip", "Bo", Samples.ring(130, Samples.NOON));

    assertThat(marks("Bo")).containsExactly("3 times as in Ana (ana.zip)");
  }

  @Test
  void whatIsHandedInTwiceIsMarked() throws IOException {
    handIn("ana.zip", "Ana", played);
    handIn("ana-2.zip", "ana", Samples.ring(9, Samples.NOON.plusSeconds(900)));

    assertThat(marks("Ana")).containsExactly("handed in twice: also ana-2.zip");
  }

  @Test
  void anotherProgramAndAnotherLessonAreMarked() throws IOException {
    handIn("ana.zip", "Ana", played);
    handIn(
        "bo.zip",
        "Bo",
        Samples.ring(
            Lessons.changed(Samples.lesson(), "There is no\nlogarithm here.", ""),
            9,
            128,
            Samples.NOON.plusSeconds(5)));

    PackTable table = table("p2pgossip 9.9");

    assertThat(table.groups())
        .extracting(PackTable.Group::known)
        .containsExactlyInAnyOrder(true, false);
    assertThat(table.rows().stream().filter(row -> row.student().equals("Bo")).toList())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.marks())
                    .containsExactly("another lesson text", "made by " + Samples.PROGRAM));
  }

  /// The program would not take it.
  @Test
  void aPredictionAfterItsRunIsMarked() throws IOException {
    LessonProgress first = LessonProgress.begin(Samples.lesson());
    LessonProgress open = first.stamped(first, Samples.NOON).next();
    LessonProgress late =
        open.predicted("ring", new Answer.Amount(128)).stamped(open, Samples.NOON.plusSeconds(90));
    LessonProgress early =
        late.ran("ring", played.result("ring").orElseThrow())
            .stamped(late, Samples.NOON.plusSeconds(60));
    handIn("ana.zip", "Ana", early);

    assertThat(marks("Ana")).containsExactly("“ring” was predicted after its run");
  }

  @Test
  void theTableHasARowForEachStudentAndTheColumnsOfAllLessons() throws IOException {
    handIn("ana.zip", "=cmd|'/C calc'!A0", played);
    LessonProgress other = LessonProgress.begin(LessonFiles.bundled("01-peers"));
    handIn("bo.zip", "Bo", other.stamped(other, Samples.NOON));
    ByteArrayOutputStream csv = new ByteArrayOutputStream();

    PackCsv.write(csv, table(), Map.of(folder.resolve("bo.zip"), "no runs"));

    List<String> lines = csv.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .startsWith("student,lesson,title,over,tasks_done,tasks,minutes,saved,program,1_")
        .contains(",2_ring,2_ring_truth,2_ring_error,", ",2_small-shape,2_small-shape_error,")
        .endsWith(",marks,runs,file");
    assertThat(lines.get(1)).startsWith("Bo,01-peers,").endsWith(",,no runs,bo.zip");
    assertThat(lines.get(2))
        .as("a spreadsheet takes no name for a formula")
        .startsWith("'=cmd|'/C calc'!A0,06-distance,")
        .contains(",false,0,0,2,", ",200,128,72,");
  }

  @Test
  void aTerminalShowsTheTableLessonByLesson() throws IOException {
    handIn("ana.zip", "Ana|\u001b[31m", played);

    assertThat(PackText.lines(table(), Map.of()))
        .startsWith(
            "## Ring, small world, scale-free",
            "",
            "| student | ring | error | small | error | small-shape | error | hubs | error"
                + " | slowest | error | tasks | minutes | marks |")
        .contains("| Ana\\|\\u001b[31m | 200 | 72 |  |  |  |  |  |  |  |  | 0 of 0 | 2 |  |");
  }
}
