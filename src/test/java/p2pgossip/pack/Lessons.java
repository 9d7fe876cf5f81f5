package p2pgossip.pack;

import java.nio.charset.StandardCharsets;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonException;
import p2pgossip.lesson.LessonReader;

/// Lessons that somebody has changed.
final class Lessons {

  private Lessons() {}

  static Lesson changed(Lesson lesson, String from, String to) {
    try {
      return LessonReader.read(
          lesson.name(), lesson.text().replace(from, to).getBytes(StandardCharsets.UTF_8));
    } catch (LessonException e) {
      throw new AssertionError(e);
    }
  }
}
