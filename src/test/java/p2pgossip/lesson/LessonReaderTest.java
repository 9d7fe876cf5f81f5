package p2pgossip.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class LessonReaderTest {

  private static final String HEAD = "# A\n\n```lesson\nabout: b\nminutes: 5\n```\n\n";

  /// A text after the head of eight lines, and what is said of it.
  private static final List<Arguments> DAMAGED =
      List.of(
          Arguments.of("# B\n", "line 8: a lesson has one title; a step begins with ##"),
          Arguments.of("> quoted\n\n![x](y)\n", "line 10: \"Image\" can't be shown here"),
          Arguments.of("[x](http://example.org)\n", "line 8: \"Link\" can't be shown here"),
          Arguments.of("<b>x</b>\n", "line 8: \"HtmlInline\" can't be shown here"),
          Arguments.of("a {run x\n", "line 8: the brace { is not closed"),
          Arguments.of("a {walk x}\n", "line 8: a figure begins with a number or one of run,"),
          Arguments.of("a {run x last}\n", "line 8: there is no run \"x\"; there is none before"),
          Arguments.of("a {plan x peers}\n", "line 8: there is no run \"x\"; there is none"),
          Arguments.of("a {run x lst}\n", "line 8: there is no measure \"lst\"; there are peers,"),
          Arguments.of("a {run x last at 3}\n", "line 8: only share can be asked for at a time"),
          Arguments.of("a {1 2}\n", "line 8: there is a word too many: \"2\""),
          Arguments.of("```walk\n```\n", "line 8: there is no block \"walk\"; there are network,"),
          Arguments.of("```explain\nx\n```\n", "line 8: \"explain\" stands after a prediction"),
          Arguments.of("```network\nrong\n```\n", "line 9: a bundled scenario (ring, "),
          Arguments.of("```network\n{\"name\": \"x\",\n\"peers\": 0}\n```\n", "line 10: \"peers\""),
          Arguments.of(
              "```run\nname x\n```\n", "line 9: a line of \"run\" is written as key: value"),
          Arguments.of("```run\nname:\n```\n", "line 9: \"name\" has no value"),
          Arguments.of(
              "```run\nnme: x\n```\n", "line 9: there is no \"nme\" in \"run\"; there are"),
          Arguments.of("```run\nname: x\n```\n", "line 8: \"run\" needs a line \"words: …\""),
          Arguments.of(
              "```run\nname: x\nwords: x\npeers: 1\n```\n",
              "line 11: a whole number from 2 to 1000000 is wanted, not \"1\""),
          Arguments.of(
              "```run\nname: x\nwords: x\npeers: 1000000\nruns: 100\n```\n",
              "line 8: peers times runs are 100000000, more than 20000000"),
          Arguments.of(
              "```run\nname: x\nwords: x\npeers: 9\nloss: 3\n```\n",
              "line 12: a share such as 30 % is wanted, not \"3\""),
          Arguments.of(
              "```run\nname: x\nwords: x\npeers: 9\nstrategy: psh\n```\n",
              "line 12: there is no strategy \"psh\""),
          Arguments.of(
              "```run\nname: x\nwords: x\non: paper\nscenario: ring\n```\n",
              "line 11: there is no place for a scenario \"paper\"; there are real peers"),
          Arguments.of(
              "```run\nname: x\nwords: x\non: virtual time\nscenario: partition\n```\n",
              "line 8: \"run\" needs a line \"variant: …\""),
          Arguments.of(
              "```predict\nname: x\nask: y\n```\n",
              "line 8: \"predict\" needs either a \"number\", or each \"choice\", or a \"curve\""),
          Arguments.of(
              "```predict\nname: x\nask: y\nnumber: 5 to 1\nabout: 3\n```\n",
              "line 11: a range and its unit are wanted"),
          Arguments.of(
              "```predict\nname: x\nask: y\nnumber: 1 to 5\nabout: run z last\n```\n",
              "line 8: there is no run \"z\""),
          Arguments.of(
              "```predict\nname: x\nask: y\nchoice: A\nchoice: B\n```\n",
              "line 8: a choice ends with what makes it right"),
          Arguments.of(
              "```predict\nname: x\nask: y\nchoice: A if 1 is 2\nchoice: otherwise B\n```\n",
              "line 11: there is no sign \"is\"; there are <"),
          Arguments.of(
              "```task\nname: x\ndo: y\nuntil: tired\n```\n",
              "line 11: there is no goal \"tired\"; there are half heard"),
          Arguments.of(
              "```task\nname: x\ndo: y\nuntil: 0 peers\n```\n",
              "line 11: 0 peers are not between 1 and 2000"),
          Arguments.of("```compare\ntheory: yes\n```\n", "line 8: \"compare\" needs"),
          Arguments.of(
              "```compare\nruns: x\n```\n", "line 8: there is no run \"x\"; there is none before"));

  private static Lesson read(String text) throws LessonException {
    return LessonReader.read("x", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @FieldSource("DAMAGED")
  void aDamagedFileIsRefusedWithItsLine(String text, String words) {
    assertThatThrownBy(() -> read(HEAD + text))
        .isInstanceOf(LessonException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void theBeginningIsRequired() {
    assertThatThrownBy(() -> read("Hello")).hasMessageStartingWith("line 1: a lesson begins with");
    assertThatThrownBy(() -> read("# A\n\nHello"))
        .hasMessageStartingWith("line 1: after the title comes a block \"lesson\"");
    assertThatThrownBy(() -> read(HEAD)).hasMessage("line 1: \"A\" has no text");
    assertThatThrownBy(() -> read(HEAD + "## B\n\n## C\n\nx\n"))
        .hasMessage("line 10: \"B\" has no text");
  }

  @Test
  void sizesAreBounded() {
    String large = HEAD + "x".repeat(Lesson.LARGEST);
    assertThatThrownBy(() -> read(large)).hasMessageContaining("is larger than 65536");
    assertThatThrownBy(() -> read(HEAD + "## S\n\nx\n\n".repeat(Lesson.MOST_STEPS + 1)))
        .hasMessageContaining("at most 40 steps");
    assertThatThrownBy(() -> read(HEAD + "x\n\n".repeat(Lesson.MOST_BLOCKS + 1)))
        .hasMessageContaining("at most 100 blocks");
    assertThatThrownBy(() -> read(HEAD + "- ".repeat(20) + "x\n"))
        .isInstanceOf(LessonException.class);
    assertThatThrownBy(() -> read(HEAD + "*a **b ".repeat(20) + "x" + "** c*".repeat(20) + "\n"))
        .isInstanceOf(LessonException.class);
  }

  @Test
  void blocksAreReadAsTheyAreWritten() {
    Lesson lesson = Small.lesson();

    assertThat(lesson.title()).isEqualTo("A small lesson");
    assertThat(lesson.about()).isEqualTo("What a test needs.");
    assertThat(lesson.steps())
        .extracting(Lesson.Step::title)
        .containsExactly("A small lesson", "Ask", "Do");
    assertThat(lesson.prediction("rounds").orElseThrow().asked())
        .isEqualTo(
            new Asked.Amount(
                "rounds", 1, 50, new Figure.OfRun("run", Measure.LAST, 1, OptionalInt.empty())));
    assertThat(lesson.prediction("curve").orElseThrow().asked())
        .isEqualTo(new Asked.Curve(4, "run"));
    assertThat(lesson.blocks(Block.Task.class).map(Block.Task::goal))
        .containsExactly(new Goal.RumorTold());
    assertThat(lesson.blocks(Block.Network.class).map(it -> it.scenario().peers()))
        .containsExactly(24);
    assertThat(lesson.blocks(Block.Compare.class))
        .containsExactly(
            new Block.Compare(
                List.of("rounds", "way", "curve"),
                List.of("run"),
                List.of(Measure.LAST, Measure.SHARE),
                true));
  }

  @Test
  void markdownBecomesProse() throws LessonException {
    Lesson lesson =
        read(HEAD + "A *b* **c** `d` {3}\ne.\n\n1. one\n2. two\n\n### H\n\n```\nx  y\n```\n");

    assertThat(lesson.steps().getFirst().blocks())
        .containsExactly(
            new Block.Text(
                new Prose.Paragraph(
                    List.of(
                        new Span.Words("A "),
                        new Span.Emphasis(List.of(new Span.Words("b"))),
                        new Span.Words(" "),
                        new Span.Strong(List.of(new Span.Words("c"))),
                        new Span.Words(" "),
                        new Span.Code("d"),
                        new Span.Words(" "),
                        new Span.Shown(new Figure.Given(3)),
                        new Span.Words(" e.")))),
            new Block.Text(
                new Prose.Items(
                    true,
                    List.of(
                        List.of(new Prose.Paragraph(List.of(new Span.Words("one")))),
                        List.of(new Prose.Paragraph(List.of(new Span.Words("two"))))))),
            new Block.Text(new Prose.Heading(3, List.of(new Span.Words("H")))),
            new Block.Text(new Prose.Sample("x  y")));
  }

  @Test
  void theExampleInTheDocumentIsALesson() throws IOException {
    String document = Files.readString(Path.of("assets/LESSONS.md"));
    int begin = document.indexOf("````markdown\n") + "````markdown\n".length();
    Lesson example = Small.read(document.substring(begin, document.indexOf("\n````", begin)));

    assertThat(example.blocks(Block.Predict.class)).isNotEmpty();
    for (String kind : BlockReader.KINDS) {
      assertThat(document).contains("`" + kind + "`");
    }
    for (Measure measure : Measure.values()) {
      assertThat(document).contains("`" + measure.label() + "`");
    }
    for (String goal : Goal.FORMS) {
      assertThat(document).contains("`" + goal + "`");
    }
    Played played =
        Played.through(
            example,
            predict ->
                predict.asked() instanceof Asked.Amount number
                    ? new Answer.Amount(number.least())
                    : new Answer.Choice(0));
    assertThat(played.end().isOver()).isTrue();
  }

  @Test
  void anErrorNamesTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.md"), HEAD + "<b>\n");

    assertThatThrownBy(() -> LessonFiles.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": line 8: ");
    Files.writeString(file, Small.TEXT);
    assertThat(LessonFiles.read(file).name()).isEqualTo("mine");
    assertThat(LessonFiles.read(file).title()).isEqualTo("A small lesson");
  }
}
