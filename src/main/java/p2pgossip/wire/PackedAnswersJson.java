package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import p2pgossip.gossip.Quote;

/// The form of [PackedAnswers] as a file, version 1. Fields that are not known are passed over.
public final class PackedAnswersJson {

  /// The largest file in bytes; larger ones are refused.
  public static final int LARGEST = 2 * LessonNoteJson.LARGEST;

  /// In characters; a longer name is cut off.
  public static final int LONGEST_STUDENT = 60;

  /// Larger errors are not told.
  public static final int GREATEST_ERROR = 1_000_000_000;

  private static final String FORMAT = "p2pgossip-lab-pack";
  private static final int VERSION = 1;
  private static final int MOST_PARTS = 4_000;
  private static final int LONGEST_NAME = 100;

  private static final Codec<String> NAME = Values.text(LONGEST_NAME);

  private static final ObjectCodec<PackedAnswers.Prediction> PREDICTION =
      RecordCodec.of(
          PackedAnswers.Prediction.class,
          field("name", NAME),
          field("question", Values.WORDS),
          field("kind", NAME),
          optional("at", Values.TIME),
          field("said", Values.WORDS),
          field("truth", Values.WORDS),
          optional("error", Values.fraction(GREATEST_ERROR)),
          field("words", Values.WORDS));

  private static final ObjectCodec<PackedAnswers.Task> TASK =
      RecordCodec.of(
          PackedAnswers.Task.class,
          field("name", NAME),
          field("words", Values.WORDS),
          field("state", NAME),
          optional("at", Values.TIME));

  private static final ObjectCodec<PackedAnswers> CODEC =
      RecordCodec.of(
          PackedAnswers.class,
          field("student", Values.text(LONGEST_STUDENT)),
          field("program", NAME),
          field("saved", Values.TIME),
          field("title", Values.WORDS),
          field("hash", NAME),
          field("over", Values.FLAG),
          field("predictions", Values.list(PREDICTION, MOST_PARTS)),
          field("tasks", Values.list(TASK, MOST_PARTS)),
          field("played", LessonNoteJson.CODEC));

  private PackedAnswersJson() {}

  /// A file with a line for each field, and a line break at the end.
  public static byte[] write(PackedAnswers answers) {
    return JsonOutput.file(
        out -> {
          out.beginObject();
          out.name("format").value(FORMAT);
          out.name("version").value(VERSION);
          CODEC.writeFields(out, answers);
          out.endObject();
        });
  }

  /// @throws WireException when it is something else, or of an unknown version, saying in which
  ///     line and what was expected
  public static PackedAnswers read(byte[] file) throws WireException {
    if (file.length > LARGEST) {
      throw new WireException(
          "answers of %s bytes are larger than %s".formatted(file.length, LARGEST));
    }
    Fields in = JsonInput.file(file, "what was answered");
    String format = in.text("format", LONGEST_NAME);
    if (!format.equals(FORMAT)) {
      throw in.wrong("format", "must be \"" + FORMAT + "\", not " + Quote.of(format));
    }
    long version = in.whole("version", 1, Long.MAX_VALUE);
    if (version > VERSION) {
      throw new WireException(
          "this lab pack was made by a newer program: it is of version %s, and up to %s can be read"
              .formatted(version, VERSION));
    }
    return CODEC.read(in);
  }
}
