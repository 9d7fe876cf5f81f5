package p2pgossip.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.export.Progress;
import p2pgossip.export.RecordingFile;
import p2pgossip.lesson.LessonNotes;
import p2pgossip.network.Observation;
import p2pgossip.pack.LabPack;
import p2pgossip.pack.PackReader;
import p2pgossip.pack.PredictionLine;
import p2pgossip.pack.Samples;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;
import p2pgossip.wire.LessonNoteJson;

/// What a student hands in, from the button to the file.
@ExtendWith(OnScreen.class)
class LabPackTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private LessonsAtWork work;

  @Start
  void open(Stage stage) {
    work = new LessonsAtWork(stage, folder.resolve("notes"));
  }

  @AfterEach
  void close() {
    work.close();
  }

  private Path file() {
    return folder.resolve("pack.zip");
  }

  private void type(String selector, String text) {
    work.awaitShown(selector);
    Screen.act(() -> ((TextInputControl) work.look(selector)).setText(text));
  }

  /// Up to the first comparison.
  private void playTheRing() {
    work.press("#lesson-06-distance");
    work.press("#lesson-next");
    type("#lesson-field-ring", "200");
    work.press("#lesson-predict-ring");
    work.press("#lesson-run-ring");
    work.awaitShown(".lesson-verdict");
  }

  private void save(String name) {
    work.press("#lesson-pack");
    type("#pack-student", name);
    work.press("#pack-save");
    Screen.until(() -> !work.words("#lesson-pack-words").startsWith("That was"));
    Screen.until(() -> !work.words("#lesson-pack-words").startsWith("The lab pack is being"));
  }

  private List<String> entries() throws IOException {
    try (ZipFile zip = new ZipFile(file().toFile());
        Stream<? extends ZipEntry> entries = zip.stream()) {
      return entries.map(ZipEntry::getName).sorted().toList();
    }
  }

  private byte[] entry(String name) throws IOException {
    try (ZipFile zip = new ZipFile(file().toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatWasPlayedIsHandedIn() throws IOException {
    playTheRing();
    work.answers().saved = file();
    save(" Ana Ö. ");

    assertThat(work.words("#lesson-pack-words")).isEqualTo("The lab pack is in " + file() + ".");
    assertThat(work.answers().proposed).isEqualTo("06-distance-ana-ö.zip");
    assertThat(entries())
        .containsExactly(
            "answers.json",
            "comparisons/1.svg",
            "figures.csv",
            "lesson.md",
            "runs/ring/coverage.svg",
            "runs/ring/curve.csv",
            "runs/ring/figures.csv",
            "runs/ring/settings.csv");
    assertThat(new String(entry("comparisons/1.svg"), StandardCharsets.UTF_8))
        .startsWith("<?xml")
        .contains(">Ring<", ">Theory: Ring<");
    LabPack read = new PackReader().read(file());
    assertThat(read.answers().student()).isEqualTo("Ana Ö.");
    assertThat(read.progress()).isEqualTo(Screen.see(() -> work.pane().open()));
    assertThat(read.lines())
        .extracting(PredictionLine::said, PredictionLine::truth, PredictionLine::at)
        .containsExactly(tuple("200", "128", LessonsAtWork.NOW));
    assertThat(folder.resolve("notes/student.txt")).hasContent("Ana Ö.\n");
  }

  @Test
  void aNameIsAskedForAndProposedTheNextTime() {
    work.press("#lesson-06-distance");
    work.answers().saved = file();
    work.press("#lesson-pack");
    work.awaitShown("#pack-student");
    work.press("#pack-save");
    String refused = work.words("#pack-error");
    work.robot().type(KeyCode.ESCAPE);
    Screen.until(() -> work.look("#pack-student") == null);
    save("Bo");
    work.press("#lesson-pack");
    work.awaitShown("#pack-student");

    assertThat(refused).isEqualTo("A name is wanted, so that the teacher knows whose it is.");
    assertThat(Screen.see(() -> ((TextInputControl) work.look("#pack-student")).getText()))
        .isEqualTo("Bo");
  }

  @Test
  void atItsEndALessonSaysThatItCanBeHandedIn() throws IOException {
    Path notes = Files.createDirectories(folder.resolve("notes"));
    Files.write(
        notes.resolve("06-distance.json"), LessonNoteJson.write(LessonNotes.of(Samples.over())));
    work.press("#lesson-06-distance");
    work.awaitShown("#lesson-pack-end");
    String words = work.words("#lesson-pack-words");
    work.answers().saved = file();
    work.press("#lesson-pack-end");
    type("#pack-student", "Ana");
    work.press("#pack-save");
    Screen.until(() -> work.words("#lesson-pack-words").startsWith("The lab pack is in "));

    assertThat(words).isEqualTo("That was the lesson. Hand it in as a lab pack.");
    assertThat(entries()).contains("comparisons/2.svg", "runs/hubs/coverage.svg");
    LabPack read = new PackReader().read(file());
    assertThat(read.answers().over()).isTrue();
    assertThat(read.lines()).hasSize(5);
  }

  /// A lesson with a network takes what was seen of it.
  @Test
  void theRecordingOfTheNetworkIsHandedIn() throws IOException {
    work.press("#lesson-02-log-n");
    work.answers().saved = file();
    save("Ana");

    Path recording = Files.write(folder.resolve("a.gossip"), entry("network.gossip"));
    assertThat(RecordingFile.read(recording, Progress.UNHEARD).recorded())
        .isEqualTo(LessonsAtWork.SEEN);
  }

  @Test
  void theRecordingOfARunIsHandedIn() throws IOException {
    work.press("#lesson-01-peers");
    work.press("#lesson-next");
    work.press("#lesson-leave-stop-one");
    work.press("#lesson-next");
    type("#lesson-field-without", "1");
    work.press("#lesson-predict-without");
    type("#lesson-field-with", "2");
    work.press("#lesson-predict-with");
    work.press("#lesson-run-without");
    work.awaitShown("#lesson-run-with");
    work.answers().saved = file();
    save("Ana");

    Path recording =
        Files.write(folder.resolve("a.gossip"), entry("runs/without/recording.gossip"));
    assertThat(RecordingFile.read(recording, Progress.UNHEARD).recorded().observations())
        .hasAtLeastOneElementOfType(Observation.RunBegan.class)
        .hasAtLeastOneElementOfType(Observation.Happened.class)
        .last()
        .isInstanceOf(Observation.RunEnded.class);
    assertThat(entries())
        .contains("runs/without/scenario.json")
        .doesNotContain("runs/with/curve.csv");
  }

  @Test
  void whatCannotBeWrittenIsToldInWords() throws IOException {
    Path old = Files.createDirectory(folder.resolve("old.zip"));
    work.press("#lesson-06-distance");
    work.answers().saved = old;
    save("Ana");

    assertThat(work.words("#lesson-pack-words"))
        .isEqualTo(
            old
                + " could not be saved: it is a directory, not a file. What was there before is as"
                + " it was; save to another place.");
    assertThat(Screen.see(() -> work.look("#lesson-pack-words").getStyleClass()))
        .contains("form-error");
  }
}
