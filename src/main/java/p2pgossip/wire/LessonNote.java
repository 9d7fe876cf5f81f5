package p2pgossip.wire;

import java.time.Instant;
import java.util.List;

/// How far a student has come in a lesson, as it is kept in a file. Whether it fits the lesson is
/// not known here: a lesson may have changed since.
///
/// @param lesson its name
/// @param step that is open, from 0
/// @param done the names of tasks
/// @param passedOver the names of runs that could not be made
/// @param left the names of tasks that were left undone
/// @param times when things were done
public record LessonNote(
    String lesson,
    int step,
    List<Answer> predictions,
    List<Run> runs,
    List<String> done,
    List<String> passedOver,
    List<String> left,
    List<Time> times) {

  public LessonNote {
    predictions = List.copyOf(predictions);
    runs = List.copyOf(runs);
    done = List.copyOf(done);
    passedOver = List.copyOf(passedOver);
    left = List.copyOf(left);
    times = List.copyOf(times);
  }

  /// What was predicted: a number, the index of a choice, or the points of a curve.
  public record Answer(String name, List<Double> numbers) {
    public Answer {
      numbers = List.copyOf(numbers);
    }
  }

  /// What came out of a run.
  public record Run(String name, List<Rumor> rumors) {
    public Run {
      rumors = List.copyOf(rumors);
    }
  }

  /// One rumour of a run.
  ///
  /// @param times of the points of its curve
  /// @param shares at these times
  public record Rumor(List<Figure> figures, List<Double> times, List<Double> shares) {
    public Rumor {
      figures = List.copyOf(figures);
      times = List.copyOf(times);
      shares = List.copyOf(shares);
    }
  }

  /// When something was done.
  ///
  /// @param what it was, as in `predicted`
  /// @param name of the prediction, the run or the task; empty for the beginning
  public record Time(String what, String name, Instant at) {}

  /// A figure by the name of its measure.
  public record Figure(String measure, double value) {}
}
