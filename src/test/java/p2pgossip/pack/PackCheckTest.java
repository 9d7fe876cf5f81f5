package p2pgossip.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonFiles;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.LessonRunner;
import p2pgossip.lesson.RunResult;

class PackCheckTest {

  @TempDir Path folder;

  private final PackCheck check = new PackCheck(1);

  private String checked(LessonProgress progress) throws IOException, InterruptedException {
    LabPack pack = new PackReader().read(Samples.write(folder.resolve("ana.zip"), "Ana", progress));
    return check.check(pack, () -> false);
  }

  private static LessonProgress made() throws IOException, InterruptedException {
    RunResult result =
        new LessonRunner(VirtualStage.MAKER, 1)
            .run(Samples.lesson().run("ring").orElseThrow().plan(), () -> false);
    return Samples.ring(200, Samples.NOON).ran("ring", result);
  }

  /// Through a file and back, to the last digit.
  @Test
  void aRunThatWasMadeIsTheSameAgain() throws IOException, InterruptedException {
    assertThat(checked(made())).isEqualTo("1 the same");
  }

  @Test
  void aRunInVirtualTimeIsTheSameAgain() throws IOException, InterruptedException {
    Lesson lesson = LessonFiles.bundled("08-partition");
    RunResult result =
        new LessonRunner(VirtualStage.MAKER, 1)
            .run(lesson.run("mongering").orElseThrow().plan(), () -> false);

    assertThat(checked(LessonProgress.begin(lesson).ran("mongering", result)))
        .isEqualTo("1 the same");
  }

  @Test
  void aFigureThatWasTypedInIsFound() throws IOException, InterruptedException {
    assertThat(checked(Samples.ring(Samples.lesson(), 200, 200, Samples.NOON)))
        .startsWith("“ring” DIFFERS in last");
  }

  @Test
  void aRunOfAnotherLessonIsNotMade() throws IOException, InterruptedException {
    assertThat(
            checked(
                Samples.ring(
                    Lessons.changed(
                        Samples.lesson(), "words: Ring\npeers: 256", "words: Ring\npeers: 1000"),
                    200,
                    128,
                    Samples.NOON)))
        .isEqualTo("not checked: another lesson text");
  }
}
