package p2pgossip.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Theory;
import p2pgossip.wire.PackedAnswersJson;

/// What a student hands in.
///
/// @param student the name as typed, 1 to 60 characters
/// @param theory that has been asked for the lesson already, so that the truth is known soon
/// @param attachments what is packed besides the answers and the figures
public record HandIn(
    String student, LessonProgress progress, Theory theory, List<Attachment> attachments) {

  /// @throws IllegalArgumentException when the name is empty or too long, in words for the user
  public HandIn {
    student = requireName(student);
    attachments = List.copyOf(attachments);
  }

  /// A name without blanks round it.
  ///
  /// @throws IllegalArgumentException when it is empty or too long, in words for the user
  public static String requireName(String typed) {
    String name = typed.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "A name is wanted, so that the teacher knows whose it is.");
    }
    if (name.length() > PackedAnswersJson.LONGEST_STUDENT) {
      throw new IllegalArgumentException(
          "A name has at most %s characters.".formatted(PackedAnswersJson.LONGEST_STUDENT));
    }
    return name;
  }

  /// A file in the pack.
  ///
  /// @param name with folders, as in `runs/ring/coverage.svg`
  public record Attachment(String name, Content content) {}

  /// Writes the file, in the background.
  @FunctionalInterface
  public interface Content {
    /// @throws IOException when there is too much of it, in words; then the pack goes without it
    void writeTo(OutputStream out) throws IOException;
  }
}
