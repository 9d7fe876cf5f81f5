package p2pgossip.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a student did in a lesson, as it is handed in. Whether it fits the lesson is not known
/// here.
///
/// @param student the name as typed
/// @param program the name and version of the program
/// @param saved when it was packed
/// @param title of the lesson
/// @param hash of the lesson's text: SHA-256 in hexadecimal
/// @param over whether the lesson was gone through to its end
/// @param predictions for people and other programs: all of it follows from what was played
/// @param tasks likewise
/// @param played what was predicted, run and done, and when
public record PackedAnswers(
    String student,
    String program,
    Instant saved,
    String title,
    String hash,
    boolean over,
    List<Prediction> predictions,
    List<Task> tasks,
    LessonNote played) {

  public PackedAnswers {
    predictions = List.copyOf(predictions);
    tasks = List.copyOf(tasks);
  }

  /// A prediction and what happened.
  ///
  /// @param kind `number`, `choice` or `curve`
  /// @param at when it was made; null if that is not known
  /// @param said the number or the choice; empty for a curve, whose points are in what was played
  /// @param truth likewise; empty if it is not known
  /// @param error of a number its distance from the truth, of a choice 0 or 1, of a curve the mean
  ///     gap as a share of the peers; null if it is not known
  /// @param words the same in a sentence
  public record Prediction(
      String name,
      String question,
      String kind,
      @Nullable Instant at,
      String said,
      String truth,
      @Nullable Double error,
      String words) {}

  /// Something that was to be done.
  ///
  /// @param state `done`, `left` or `open`
  /// @param at when it was done; null if it was not, or if that is not known
  public record Task(String name, String words, String state, @Nullable Instant at) {}
}
