package p2pgossip.fuzz;

import p2pgossip.wire.LessonNote;
import p2pgossip.wire.LessonNoteJson;
import p2pgossip.wire.WireException;

/// The note of how far a student has come in a lesson.
public final class LessonNoteFuzz {

  private LessonNoteFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    LessonNote read;
    try {
      read = LessonNoteJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      Must.beSame(read, LessonNoteJson.read(LessonNoteJson.write(read)));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
