package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import java.util.ArrayList;
import java.util.List;

/// The form of a [LessonNote] as a file. Fields that are not known are passed over.
public final class LessonNoteJson {

  /// The largest file in bytes; larger ones are refused.
  public static final int LARGEST = 4_194_304;

  private static final int MOST_NAMES = 1_000;
  private static final int MOST_RUMORS = 20;
  private static final int MOST_FIGURES = 100;
  private static final int MOST_POINTS = 1_000;
  private static final int LONGEST_NAME = 100;

  /// Larger numbers, and those below 0, are refused: none is counted or predicted.
  private static final int GREATEST = 1_000_000_000;

  private static final Codec<String> NAME = Values.text(LONGEST_NAME);

  private static final Codec<List<Double>> NUMBERS =
      Codec.of(
          (out, numbers) -> {
            out.beginArray();
            for (double number : numbers) {
              out.value(number);
            }
            out.endArray();
          },
          LessonNoteJson::readNumbers);

  private static final Codec<List<String>> NAMES =
      Codec.of(
          (out, names) -> {
            out.beginArray();
            for (String name : names) {
              out.value(name);
            }
            out.endArray();
          },
          LessonNoteJson::readNames);

  private static final ObjectCodec<LessonNote.Answer> ANSWER =
      RecordCodec.of(
          LessonNote.Answer.class, field("name", NAME), field("numbers", NUMBERS.onOneLine()));

  private static final ObjectCodec<LessonNote.Figure> FIGURE =
      RecordCodec.of(
          LessonNote.Figure.class,
          field("measure", NAME),
          field("value", Values.fraction(GREATEST)));

  private static final ObjectCodec<LessonNote.Rumor> RUMOR =
      RecordCodec.of(
          LessonNote.Rumor.class,
          field("figures", Values.lines(FIGURE, MOST_FIGURES)),
          field("times", NUMBERS.onOneLine()),
          field("shares", NUMBERS.onOneLine()));

  private static final ObjectCodec<LessonNote.Run> RUN =
      RecordCodec.of(
          LessonNote.Run.class,
          field("name", NAME),
          field("rumors", Values.list(RUMOR, MOST_RUMORS)));

  private static final ObjectCodec<LessonNote.Time> TIME =
      RecordCodec.of(
          LessonNote.Time.class,
          field("what", NAME),
          field("name", NAME),
          field("at", Values.TIME));

  static final ObjectCodec<LessonNote> CODEC =
      RecordCodec.of(
          LessonNote.class,
          field("lesson", NAME),
          field("step", Values.whole(0, MOST_NAMES)),
          optional("predictions", Values.list(ANSWER, MOST_NAMES), List.of()),
          optional("runs", Values.list(RUN, MOST_NAMES), List.of()),
          optional("done", NAMES.onOneLine(), List.of()),
          optional("passed_over", NAMES.onOneLine(), List.of()),
          optional("left", NAMES.onOneLine(), List.of()),
          optional("times", Values.lines(TIME, 3 * MOST_NAMES + 1), List.of()));

  private LessonNoteJson() {}

  /// A file with a line for each figure, and a line break at the end.
  public static byte[] write(LessonNote note) {
    return JsonOutput.file(out -> CODEC.write(out, note));
  }

  /// @throws WireException when it is something else, saying in which line and what was expected
  public static LessonNote read(byte[] file) throws WireException {
    if (file.length > LARGEST) {
      throw new WireException(
          "a note of %s bytes is larger than %s".formatted(file.length, LARGEST));
    }
    return CODEC.read(JsonInput.file(file, "a note of a lesson"));
  }

  private static List<Double> readNumbers(Fields in, String name) throws WireException {
    List<Double> numbers = new ArrayList<>();
    for (JsonValue item : in.items(name, MOST_POINTS)) {
      if (!(item instanceof JsonValue.Numeral(String digits))) {
        throw in.wrong(name, "must hold numbers, not " + item.kind());
      }
      try {
        numbers.add(NumberText.fraction(digits, GREATEST));
      } catch (IllegalArgumentException e) {
        throw in.wrong(name, String.valueOf(e.getMessage()), e);
      }
    }
    return numbers;
  }

  private static List<String> readNames(Fields in, String name) throws WireException {
    List<String> names = new ArrayList<>();
    for (JsonValue item : in.items(name, MOST_NAMES)) {
      if (!(item instanceof JsonValue.Text(String text))) {
        throw in.wrong(name, "must hold strings, not " + item.kind());
      }
      names.add(JsonOutput.cut(text, LONGEST_NAME));
    }
    return names;
  }
}
