package p2pgossip.fuzz;

import p2pgossip.lesson.Block;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonException;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.LessonReader;

/// A lesson in a file.
public final class LessonFuzz {

  private LessonFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Lesson read;
    try {
      read = LessonReader.read("lesson", input);
    } catch (LessonException e) {
      Must.beOneLine(e.reason());
      return;
    }
    Must.beAtMost(Lesson.MOST_STEPS, read.steps().size());
    read.steps().forEach(step -> Must.beAtMost(Lesson.MOST_BLOCKS, step.blocks().size()));
    LessonProgress progress = LessonProgress.begin(read);
    for (Block.Gate gate : read.blocks(Block.Gate.class).toList()) {
      progress = progress.passedOver(gate);
    }
    Must.beAtMost(Lesson.MOST_BLOCKS, progress.shown().size());
  }
}
