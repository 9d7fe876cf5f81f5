package p2pgossip.lesson;

import java.io.Serial;

/// A lesson is wrong. The message says in which line, and what was expected.
public final class LessonException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// @param line from 1
  /// @param words without a full stop
  LessonException(int line, String words) {
    super("line " + line + ": " + words);
  }

  LessonException(int line, String words, Throwable cause) {
    super("line " + line + ": " + words, cause);
  }

  /// One that is about the whole file.
  LessonException(String words) {
    super(words);
  }

  /// What is wrong; the same as the message.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
