package p2pgossip.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.export.Progress;
import p2pgossip.file.Sha256;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Moment;

class PackReaderTest {

  @TempDir Path folder;

  private final LessonProgress played = Samples.ring(200, Samples.NOON);
  private final PackReader reader = new PackReader();

  private Path file() {
    return folder.resolve("ana.zip");
  }

  private Forged whole() throws IOException {
    return Forged.of(Samples.write(file(), "Ana", played));
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> reader.read(file()))
        .isInstanceOf(IOException.class)
        .hasMessage(file() + ": " + reason);
  }

  @Test
  void whatWasHandedInIsReadAgain() throws IOException {
    LabPack read = reader.read(Samples.write(file(), "Ana", played));

    assertThat(read.answers().student()).isEqualTo("Ana");
    assertThat(read.known()).isTrue();
    assertThat(read.progress()).isEqualTo(played);
    assertThat(read.agreesWithItself()).isTrue();
    assertThat(read.lines())
        .extracting(PredictionLine::said, PredictionLine::truth, PredictionLine::error)
        .containsExactly(tuple("200", "128", OptionalDouble.of(72)));
  }

  /// The truth follows from the runs, whatever the file says of it.
  @Test
  void aTruthThatWasTypedInIsNotBelieved() throws IOException {
    whole().changed("answers.json", it -> it.replace("\"128\"", "\"200\"")).write(file());

    LabPack read = reader.read(file());

    assertThat(read.lines().getFirst().truth()).isEqualTo("128");
    assertThat(read.agreesWithItself()).isFalse();
  }

  @Test
  void anotherTextOfTheLessonIsNotKnown() throws IOException {
    LessonProgress other =
        Samples.ring(
            Lessons.changed(Samples.lesson(), "one peer per round", "one peer \u202eper round"),
            7,
            Samples.TRUE_ROUNDS,
            Samples.NOON);

    LabPack read = reader.read(Samples.write(file(), "Ana", other));

    assertThat(read.known()).isFalse();
    assertThat(read.progress().lesson().text()).contains("one peer \ufffdper round");
    assertThat(read.lines().getFirst().said()).isEqualTo("7");
  }

  @Test
  void aFileThatIsNoZipIsRefused() throws IOException {
    Files.writeString(file(), "Hello");

    refused("it is no zip file, or a damaged one");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    refused("there is no such file or folder");
  }

  @Test
  void aPackThatBreaksOffIsRefused() throws IOException {
    Samples.write(file(), "Ana", played);
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, bytes.length / 2));

    refused("it is no zip file, or a damaged one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answers.json", "lesson.md"})
  void aMissingPartIsNamed(String part) throws IOException {
    whole().without(part).write(file());

    refused("it is no lab pack: there is no %s in it".formatted(part));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/x", "a/../../x", "C:/x", "a\\x", "a/./x", "a\nx", "~/x"})
  void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
    whole().with(name, "x").write(file());

    assertThatThrownBy(() -> reader.read(file()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("whose name might lead anywhere")
        .hasMessageStartingWith(file() + ": ");
  }

  @Test
  void twoEntriesOfOneNameAreRefused() throws IOException {
    whole().with("answers.jsoX", "{}").write(file());
    Forged.rename(file(), "answers.jsoX", "answers.json");

    assertThatThrownBy(() -> reader.read(file()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file() + ": it ");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Forged many = whole();
    for (int i = 0; i < 2_000; i++) {
      many.with("more/" + i, "");
    }
    many.write(file());

    refused("it has 2,006 entries, and a lab pack has at most 2,000");
  }

  /// Nothing is unpacked for that.
  @Test
  void aBombIsRefused() throws IOException {
    whole().with("runs/bomb", "x").write(file());
    Forged.claimSize(file(), "runs/bomb", Integer.MAX_VALUE);

    refused("unpacked, it has more than 268,435,456 bytes");
  }

  @Test
  void aBombThatHidesItsSizeIsUnpackedNoFurtherThanItMay() throws IOException {
    whole().with("lesson.md", " ".repeat(5_000_000)).write(file());
    Forged.claimSize(file(), "lesson.md", 1_000);

    refused("lesson.md has 65,537 bytes, more than 65,536");
  }

  @Test
  void aPartOfTheWrongTypeIsRefused() throws IOException {
    whole()
        .changed("answers.json", it -> it.replace("\"over\": false", "\"over\": 7"))
        .write(file());

    assertThatThrownBy(() -> reader.read(file()))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            Pattern.quote(file().toString())
                + ": answers\\.json: line [0-9]+: \"over\" must be true or false, not a number");
  }

  @Test
  void aLessonThatIsNotTheOneThatWasPlayedIsRefused() throws IOException {
    whole().changed("lesson.md", it -> it + "\nMore.\n").write(file());

    refused("lesson.md is not the lesson that was played: its hash is not that in answers.json");
  }

  @Test
  void aDamagedLessonIsRefusedWithItsLine() throws IOException {
    whole().with("lesson.md", "Hello").write(file());

    refused("lesson.md: line 1: a lesson begins with its title, as in # One rumour");
  }

  /// Whatever stands in a lesson, reading it ends, and soon.
  @ParameterizedTest
  @ValueSource(strings = {"- ", "> ", "1. ", "*a ", "**a", "[", "![", "`a", "<a", "{log2 "})
  void aLessonOfManyNestedPiecesIsReadOrRefused(String piece) throws IOException {
    String text = Samples.lesson().text() + piece.repeat(58_000 / piece.length()) + "\n";
    String hash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    whole()
        .with("lesson.md", text)
        .changed("answers.json", it -> it.replace(Samples.lesson().hash(), hash))
        .write(file());

    assertThatCode(
            () -> {
              try {
                assertThat(reader.read(file()).known()).isFalse();
              } catch (IOException e) {
                assertThat(e).hasMessageStartingWith(file() + ": lesson.md");
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aPackOfANewerProgramIsRefused() throws IOException {
    whole()
        .changed("answers.json", it -> it.replace("\"version\": 1", "\"version\": 2"))
        .write(file());

    refused(
        "answers.json: this lab pack was made by a newer program: it is of version 2, and up to 1"
            + " can be read");
  }

  @Test
  void aTimeOfWhatWasNeverDoneIsLeftOut() throws IOException {
    whole()
        .changed(
            "answers.json",
            it ->
                it.replace(
                    "\"what\": \"ran\", \"name\": \"ring\"",
                    "\"what\": \"ran\", \"name\": \"four\""))
        .write(file());

    assertThat(reader.read(file()).progress().moments().keySet())
        .containsExactlyInAnyOrder(Moment.BEGUN, new Moment(Moment.What.PREDICTED, "ring"));
  }

  /// One bad pack does not stop the others.
  @Test
  void foldersAreReadAndWhatIsWrongIsListed() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("class").resolve("bo"));
    Samples.write(folder.resolve("class").resolve("ana.zip"), "Ana", played);
    Samples.write(deep.resolve("bo.zip"), "Bo", Samples.ring(9, Samples.NOON.plusSeconds(7)));
    Files.writeString(deep.resolve("bad.zip"), "Hello");
    Files.writeString(deep.resolve("._bo.zip"), "left by another system");
    Files.writeString(deep.resolve("notes.txt"), "Hello");

    PackTable table =
        PackFiles.read(List.of(folder.resolve("class")), reader, Samples.PROGRAM, Progress.UNHEARD);

    assertThat(table.rows()).extracting(PackRow::student).containsExactly("Ana", "Bo");
    assertThat(table.rows()).allMatch(row -> row.marks().isEmpty());
    assertThat(table.refused())
        .extracting(PackTable.Refused::reason)
        .containsExactly(deep.resolve("bad.zip") + ": it is no zip file, or a damaged one");
  }
}
