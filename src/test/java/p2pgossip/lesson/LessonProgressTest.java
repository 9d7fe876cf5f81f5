package p2pgossip.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import p2pgossip.wire.LessonNote;
import p2pgossip.wire.LessonNoteJson;
import p2pgossip.wire.WireException;

class LessonProgressTest {

  private final Lesson lesson = Small.lesson();
  private final LessonProgress begun = LessonProgress.begin(lesson);
  private final LessonProgress asked = begun.next();
  private final LessonProgress answered =
      asked
          .predicted("rounds", new Answer.Amount(2))
          .predicted("way", new Answer.Choice(1))
          .predicted("curve", new Answer.Curve(List.of(0.0, 1.0, 1.0, 1.0, 1.0)));
  private final LessonProgress ran = answered.ran("run", Small.result(1));

  private static List<String> kinds(LessonProgress progress) {
    return progress.shown().stream().map(it -> it.getClass().getSimpleName()).toList();
  }

  @Test
  void aStepIsShownUpToWhatWaitsForTheStudent() {
    assertThat(kinds(begun)).containsExactly("Text");
    assertThat(kinds(asked)).containsExactly("Predict");
    assertThat(kinds(asked.predicted("rounds", new Answer.Amount(2))))
        .containsExactly("Predict", "Predict");
    assertThat(kinds(answered)).containsExactly("Predict", "Predict", "Predict", "Run");
    assertThat(kinds(ran))
        .containsExactly("Predict", "Predict", "Predict", "Run", "Compare", "Explain");
    assertThat(kinds(ran.next())).containsExactly("Network", "Task");
  }

  @Test
  void theNextStepOpensOnceNothingWaits() {
    assertThat(answered.next()).isEqualTo(answered);
    assertThat(ran.next().step()).isEqualTo(2);
    assertThat(ran.next().isOver()).isFalse();
    assertThat(ran.next().did("tell").isOver()).isTrue();
    assertThat(ran.next().did("tell").next().step()).isEqualTo(2);
    assertThat(ran.next().back().step()).isEqualTo(1);
    assertThat(begun.back()).isEqualTo(begun);
  }

  @Test
  void aPredictionStaysOnceItsRunIsMade() {
    assertThat(answered.predicted("rounds", new Answer.Amount(9)).answer("rounds"))
        .contains(new Answer.Amount(9));
    assertThat(ran.isFixed("rounds")).isTrue();
    assertThatThrownBy(() -> ran.predicted("rounds", new Answer.Amount(9)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the prediction stays");
  }

  @Test
  void whatIsNoAnswerIsRefusedInWords() {
    assertThatThrownBy(() -> asked.predicted("rounds", new Answer.Amount(51)))
        .hasMessage("A number from 1 to 50 is wanted (rounds).");
    assertThatThrownBy(() -> asked.predicted("rounds", new Answer.Amount(Double.NaN)))
        .hasMessage("A number from 1 to 50 is wanted (rounds).");
    assertThatThrownBy(() -> asked.predicted("way", new Answer.Choice(2)))
        .hasMessage("One of 2 choices is wanted.");
    assertThatThrownBy(() -> asked.predicted("curve", new Answer.Curve(List.of(0.0))))
        .hasMessage("A share from 0 to 1 is wanted at each time from 0 to 4.");
    assertThatThrownBy(() -> asked.predicted("nothing", new Answer.Choice(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anErrorNeverEndsALesson() {
    Block.Run run = lesson.run("run").orElseThrow();
    LessonProgress without = answered.passedOver(run);

    assertThat(without.mayGoOn()).isTrue();
    assertThat(
            Comparison.of(
                    without, Played.THEORY, lesson.blocks(Block.Compare.class).toList().getFirst())
                .verdicts())
        .extracting(Verdict::words)
        .containsOnly("The run has not been made, so nobody knows.");
    assertThat(without.ran("run", Small.result(1))).isEqualTo(ran);
    LessonProgress last = ran.next();
    assertThat(last.passedOver(last.waitsFor().orElseThrow()).isOver()).isTrue();
    assertThat(asked.passedOver(asked.waitsFor().orElseThrow()))
        .as("a prediction can't be left")
        .isEqualTo(asked);
  }

  @Test
  void predictionRunAndTheoryAreCompared() {
    Comparison comparison =
        Comparison.of(ran, Played.THEORY, lesson.blocks(Block.Compare.class).toList().getFirst());

    assertThat(comparison.verdicts())
        .extracting(Verdict::words)
        .containsExactly(
            "You said 2 rounds; it is 1. You are off by 1 rounds: 2 times as much.",
            "You said “Fast”, and so it is.",
            "Your curve is off by 1.3 % of the peers on average, and by 6.3 % at most, at 0"
                + " rounds.");
    assertThat(comparison.verdicts())
        .extracting(Verdict::isClose)
        .containsExactly(false, true, true);
    assertThat(comparison.rows())
        .containsExactly(
            new Comparison.Row(Comparison.Source.RUN, "Sixteen", List.of("1", "100 %")),
            new Comparison.Row(Comparison.Source.THEORY, "Theory: Sixteen", List.of("1", "100 %")));
    assertThat(comparison.curves())
        .extracting(Comparison.Curve::source)
        .containsExactly(
            Comparison.Source.PREDICTION, Comparison.Source.RUN, Comparison.Source.THEORY);
  }

  @Test
  void figuresBecomeWordsAsTheyAreKnown() {
    Figure figure = FigureReader.read("run run last");

    assertThat(new Figures(answered, Played.THEORY).words(figure)).isEqualTo("…");
    assertThat(new Figures(ran, Played.THEORY).words(figure)).isEqualTo("1");
    assertThat(new Figures(ran, Played.THEORY).words(FigureReader.read("log2 plan run peers")))
        .isEqualTo("4");
    assertThat(new Figures(ran, Played.THEORY).words(FigureReader.read("run run share at 0")))
        .isEqualTo("6.3 %");
    assertThat(new Figures(ran, Played.THEORY).words(FigureReader.read("predicted rounds")))
        .isEqualTo("2");
    assertThat(new Figures(ran, Played.THEORY).words(FigureReader.read("ratio 1 0")))
        .isEqualTo("…");
  }

  @Test
  void aNoteRemembersWhereOneWas() throws WireException {
    LessonProgress last = ran.next().did("tell");

    byte[] file = LessonNoteJson.write(LessonNotes.of(last));

    assertThat(LessonNotes.restored(lesson, LessonNoteJson.read(file))).isEqualTo(last);
  }

  /// A lesson that was changed since.
  @Test
  void whatNoLongerFitsIsAskedAgain() {
    Lesson changed =
        Small.read(Small.TEXT.replace("1 to 50", "5 to 50").replace("name: tell", "name: told"));

    LessonProgress restored = LessonNotes.restored(changed, LessonNotes.of(ran.next().did("tell")));

    assertThat(restored.step()).isEqualTo(1);
    assertThat(restored.answers()).containsOnlyKeys("way", "curve");
    assertThat(restored.results()).isEqualTo(Map.of("run", Small.result(1)));
    assertThat(restored.done()).isEmpty();
  }

  @Test
  void whatIsDoneHasItsTime() throws WireException {
    Instant noon = Instant.parse("2026-11-22T12:00:00.123456Z");
    LessonProgress first = begun.stamped(begun, noon);
    LessonProgress predicted =
        first.next().predicted("rounds", new Answer.Amount(2)).stamped(first, noon.plusSeconds(1));
    LessonProgress again =
        predicted.predicted("rounds", new Answer.Amount(3)).stamped(predicted, noon.plusSeconds(2));
    LessonProgress same = again.next().stamped(again, noon.plusSeconds(3));
    LessonProgress all = ran.next().did("tell").stamped(same, noon.plusSeconds(4));

    assertThat(first.moments()).isEqualTo(Map.of(Moment.BEGUN, noon));
    assertThat(predicted.at(Moment.What.PREDICTED, "rounds")).contains(noon.plusSeconds(1));
    assertThat(same.moments())
        .isEqualTo(
            Map.of(
                Moment.BEGUN,
                noon,
                new Moment(Moment.What.PREDICTED, "rounds"),
                noon.plusSeconds(2)));
    assertThat(all.moments())
        .containsEntry(new Moment(Moment.What.RAN, "run"), noon.plusSeconds(4))
        .containsEntry(new Moment(Moment.What.DID, "tell"), noon.plusSeconds(4));
    assertThat(
            LessonNotes.restored(
                lesson, LessonNoteJson.read(LessonNoteJson.write(LessonNotes.of(same)))))
        .isEqualTo(same);
  }

  /// As in a note of 1.0, in which no times stand.
  @Test
  void nobodyKnowsWhenALessonWasBegunThatWasFoundBegun() {
    assertThat(ran.stamped(ran, Instant.EPOCH).moments()).isEmpty();
  }

  /// What somebody has typed into the file.
  @Test
  void aCurveThatNoRunHasIsLeftOutPointByPoint() {
    LessonNote.Rumor odd =
        new LessonNote.Rumor(
            List.of(), List.of(0.0, 2.0, 1.0, 3.0, 4.0), List.of(0.1, 0.5, 0.6, 7.0, 1.0));
    LessonNote note =
        new LessonNote(
            "small",
            0,
            List.of(),
            List.of(new LessonNote.Run("run", List.of(odd))),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(LessonNotes.restored(lesson, note).result("run").orElseThrow().rumors())
        .singleElement()
        .extracting(RunResult.Told::curve)
        .isEqualTo(
            List.of(
                new RunResult.Point(0, 0.1),
                new RunResult.Point(2, 0.5),
                new RunResult.Point(4, 1)));
  }
}
