package p2pgossip.pack;

import java.nio.file.Path;
import java.util.List;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Theory;
import p2pgossip.wire.PackedAnswers;

/// A lab pack that has been read. Only what was played is believed: the truth of each prediction is
/// worked out anew from it.
///
/// @param file from which it was read
/// @param progress of the lesson as it stands in the pack
/// @param known whether this program has the very same lesson
/// @param lines the predictions
public record LabPack(
    Path file,
    PackedAnswers answers,
    LessonProgress progress,
    boolean known,
    List<PredictionLine> lines) {

  private static final Theory UNASKED = Theory.unasked();

  public LabPack {
    lines = List.copyOf(lines);
  }

  /// @param theory is asked only if the lesson is known
  static LabPack of(
      Path file, PackedAnswers answers, LessonProgress progress, boolean known, Theory theory) {
    return new LabPack(
        file, answers, progress, known, PredictionLine.of(progress, known ? theory : UNASKED));
  }

  /// Whether what the pack says of the predictions is what follows from the rest of it.
  boolean agreesWithItself() {
    return lines.stream()
        .map(it -> claim(it.packed()))
        .toList()
        .equals(answers.predictions().stream().map(LabPack::claim).toList());
  }

  private static List<String> claim(PackedAnswers.Prediction said) {
    return List.of(said.name(), said.said(), said.truth());
  }
}
