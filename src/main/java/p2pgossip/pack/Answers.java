package p2pgossip.pack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.LessonNotes;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Moment;
import p2pgossip.wire.PackedAnswers;

/// Makes what stands in `answers.json`.
final class Answers {

  private Answers() {}

  /// @param program the name and version of this program
  static PackedAnswers of(HandIn work, String program, Instant now) {
    LessonProgress progress = work.progress();
    return new PackedAnswers(
        work.student(),
        program,
        now,
        progress.lesson().title(),
        progress.lesson().hash(),
        progress.isOver(),
        PredictionLine.of(progress, work.theory()).stream().map(PredictionLine::packed).toList(),
        tasks(progress),
        LessonNotes.of(progress));
  }

  private static List<PackedAnswers.Task> tasks(LessonProgress progress) {
    return progress
        .lesson()
        .blocks(Block.Task.class)
        .map(
            task -> {
              boolean done = progress.done().contains(task.name());
              @Nullable Instant at =
                  done ? progress.at(Moment.What.DID, task.name()).orElse(null) : null;
              boolean left = progress.left().contains(task.name());
              return new PackedAnswers.Task(
                  task.name(), task.words(), done ? "done" : left ? "left" : "open", at);
            })
        .toList();
  }
}
