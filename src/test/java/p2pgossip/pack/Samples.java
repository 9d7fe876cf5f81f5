package p2pgossip.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import p2pgossip.export.Progress;
import p2pgossip.export.ThisProgram;
import p2pgossip.lesson.Answer;
import p2pgossip.lesson.Asked;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonFiles;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Measure;
import p2pgossip.lesson.RunResult;
import p2pgossip.lesson.Theory;

/// What students might hand in of the sixth lesson, as far as its first run.
public final class Samples {

  public static final String PROGRAM = ThisProgram.nameAndVersion();

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /// The rounds that a ring of 256 takes.
  static final double TRUE_ROUNDS = 128;

  private Samples() {}

  static Lesson lesson() {
    try {
      return LessonFiles.bundled("06-distance");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param said what was predicted of the ring
  /// @param begun a minute before the prediction, and two before the run
  public static LessonProgress ring(double said, Instant begun) {
    return ring(lesson(), said, TRUE_ROUNDS, begun);
  }

  /// @param rounds that the run is said to have taken
  static LessonProgress ring(Lesson lesson, double said, double rounds, Instant begun) {
    LessonProgress first = LessonProgress.begin(lesson);
    LessonProgress open = first.stamped(first, begun).next();
    LessonProgress predicted =
        open.predicted("ring", new Answer.Amount(said)).stamped(open, begun.plusSeconds(60));
    return predicted.ran("ring", result(rounds)).stamped(predicted, begun.plusSeconds(120));
  }

  /// The whole lesson, with made-up answers and figures.
  public static LessonProgress over() {
    LessonProgress progress = LessonProgress.begin(lesson());
    while (!progress.isOver()) {
      progress =
          switch (progress.waitsFor().orElse(null)) {
            case Block.Predict predict ->
                progress.predicted(predict.name(), guess(predict.asked()));
            case Block.Run run -> progress.ran(run.name(), result(5));
            case Block.Task task -> progress.did(task.name());
            case null -> progress.next();
          };
    }
    return progress;
  }

  private static Answer guess(Asked asked) {
    return switch (asked) {
      case Asked.Amount number -> new Answer.Amount(number.least());
      case Asked.Choice _ -> new Answer.Choice(0);
      case Asked.Curve(int until, String _) ->
          new Answer.Curve(Collections.nCopies(until + 1, 0.5));
    };
  }

  private static RunResult result(double rounds) {
    return new RunResult(
        List.of(
            new RunResult.Told(
                Map.of(Measure.PEERS, 256.0, Measure.LAST, rounds),
                List.of(new RunResult.Point(0, 1 / 256.0), new RunResult.Point(rounds, 1)))));
  }

  /// Writes a pack without attachments.
  public static Path write(Path file, String student, LessonProgress progress) {
    try {
      List<String> _ =
          PackWriter.write(
              file,
              new HandIn(student, progress, new Theory(), List.of()),
              PROGRAM,
              NOON,
              Progress.UNHEARD);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
