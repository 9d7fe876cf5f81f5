package p2pgossip.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// How far a student has come in a lesson: which step is open, what was predicted, what came out,
/// and so what may be shown. Immutable; it knows no screen and no clock.
///
/// A step is shown up to the first block that waits for the student: a prediction without an
/// answer, a run that has not been made, a task that is not done. What was behind a run is thus
/// shown after it, and a prediction always comes first.
///
/// @param step the open one, from 0
/// @param answers by the names of predictions
/// @param results by the names of runs
/// @param done the names of tasks that are done
/// @param passedOver the names of runs that could not be made
/// @param left the names of tasks that were left undone
/// @param moments when things were done, where that is known
public record LessonProgress(
    Lesson lesson,
    int step,
    Map<String, Answer> answers,
    Map<String, RunResult> results,
    Set<String> done,
    Set<String> passedOver,
    Set<String> left,
    Map<Moment, Instant> moments) {

  public LessonProgress {
    Objects.checkIndex(step, lesson.steps().size());
    answers = Map.copyOf(answers);
    results = Map.copyOf(results);
    done = Set.copyOf(done);
    passedOver = Set.copyOf(passedOver);
    left = Set.copyOf(left);
    moments = Map.copyOf(moments);
  }

  public static LessonProgress begin(Lesson lesson) {
    return new LessonProgress(
        lesson, 0, Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), Map.of());
  }

  public Optional<Answer> answer(String prediction) {
    return Optional.ofNullable(answers.get(prediction));
  }

  public Optional<RunResult> result(String run) {
    return Optional.ofNullable(results.get(run));
  }

  /// The block of the open step that waits for the student; empty if none does.
  public Optional<Block.Gate> waitsFor() {
    return waitsFor(step);
  }

  private Optional<Block.Gate> waitsFor(int at) {
    return lesson.steps().get(at).blocks().stream()
        .filter(Block.Gate.class::isInstance)
        .map(Block.Gate.class::cast)
        .filter(gate -> !isOpen(gate))
        .findFirst();
  }

  private boolean isOpen(Block.Gate gate) {
    return switch (gate) {
      case Block.Predict predict -> answers.containsKey(predict.name());
      case Block.Run run -> results.containsKey(run.name()) || passedOver.contains(run.name());
      case Block.Task task -> done.contains(task.name()) || left.contains(task.name());
    };
  }

  /// The blocks of the open step that may be shown, in their order.
  public List<Block> shown() {
    Optional<Block.Gate> gate = waitsFor();
    List<Block> shown = new ArrayList<>();
    for (Block block : lesson.steps().get(step).blocks()) {
      shown.add(block);
      if (gate.isPresent() && block.equals(gate.get())) {
        break;
      }
    }
    return List.copyOf(shown);
  }

  /// Whether the next step may be opened.
  public boolean mayGoOn() {
    return waitsFor().isEmpty() && step + 1 < lesson.steps().size();
  }

  /// Whether nothing is left to do.
  public boolean isOver() {
    return waitsFor().isEmpty() && step + 1 == lesson.steps().size();
  }

  /// The same with the next step open; this, if it may not be opened.
  public LessonProgress next() {
    return mayGoOn() ? at(step + 1) : this;
  }

  /// The same with the step before open; this, if there is none.
  public LessonProgress back() {
    return step == 0 ? this : at(step - 1);
  }

  private LessonProgress at(int newStep) {
    return new LessonProgress(lesson, newStep, answers, results, done, passedOver, left, moments);
  }

  /// Whether a prediction can no longer be changed: a run that comes after it has been made.
  public boolean isFixed(String prediction) {
    boolean after = false;
    for (Block block : lesson.blocks().toList()) {
      if (block instanceof Block.Predict predict && predict.name().equals(prediction)) {
        after = true;
      } else if (after && block instanceof Block.Run run) {
        return results.containsKey(run.name());
      }
    }
    return false;
  }

  /// Once this is predicted.
  ///
  /// @throws IllegalArgumentException when there is no such question, or it is no answer to it,
  ///     saying why
  /// @throws IllegalStateException when the prediction is fixed
  public LessonProgress predicted(String prediction, Answer answer) {
    Block.Predict predict =
        lesson
            .prediction(prediction)
            .orElseThrow(() -> new IllegalArgumentException("There is no such prediction."));
    answer.requireFit(predict.asked());
    if (isFixed(prediction)) {
      throw new IllegalStateException("The run has been made, so the prediction stays.");
    }
    Map<String, Answer> more = new HashMap<>(answers);
    more.put(prediction, answer);
    return new LessonProgress(lesson, step, more, results, done, passedOver, left, moments);
  }

  /// Once a run has been made. One that is made again takes the place of the one before.
  ///
  /// @throws IllegalArgumentException when there is no such run
  public LessonProgress ran(String run, RunResult result) {
    if (lesson.run(run).isEmpty()) {
      throw new IllegalArgumentException("There is no such run.");
    }
    Map<String, RunResult> more = new HashMap<>(results);
    more.put(run, result);
    Set<String> still = new HashSet<>(passedOver);
    still.remove(run);
    return new LessonProgress(lesson, step, answers, more, done, still, left, moments);
  }

  /// Once a task is done.
  public LessonProgress did(String task) {
    return lesson.blocks(Block.Task.class).noneMatch(it -> it.name().equals(task))
        ? this
        : new LessonProgress(
            lesson, step, answers, results, with(done, task), passedOver, left, moments);
  }

  /// Leaves a run that can't be made, or a task that does not work out. A prediction can't be left.
  public LessonProgress passedOver(Block.Gate gate) {
    return switch (gate) {
      case Block.Predict _ -> this;
      case Block.Run run ->
          new LessonProgress(
              lesson, step, answers, results, done, with(passedOver, run.name()), left, moments);
      case Block.Task task ->
          new LessonProgress(
              lesson, step, answers, results, done, passedOver, with(left, task.name()), moments);
    };
  }

  private static Set<String> with(Set<String> names, String name) {
    Set<String> more = new HashSet<>(names);
    more.add(name);
    return more;
  }

  /// The same with the time of all that has been done since, and of the beginning if nothing had
  /// been done before.
  ///
  /// @param before the same lesson, before that was done
  public LessonProgress stamped(LessonProgress before, Instant now) {
    Map<Moment, Instant> more = new HashMap<>(moments);
    if (before.answers.isEmpty() && before.results.isEmpty()) {
      more.putIfAbsent(Moment.BEGUN, now);
    }
    answers.forEach(
        (name, answer) -> {
          if (!answer.equals(before.answers.get(name))) {
            more.put(new Moment(Moment.What.PREDICTED, name), now);
          }
        });
    results.forEach(
        (name, result) -> {
          if (!result.equals(before.results.get(name))) {
            more.put(new Moment(Moment.What.RAN, name), now);
          }
        });
    for (String name : done) {
      if (!before.done.contains(name)) {
        more.put(new Moment(Moment.What.DID, name), now);
      }
    }
    return new LessonProgress(lesson, step, answers, results, done, passedOver, left, more);
  }

  /// The same with these times, as far as they are of what has been done.
  LessonProgress withMoments(Map<Moment, Instant> times) {
    Map<Moment, Instant> fitting = new HashMap<>(times);
    fitting
        .keySet()
        .removeIf(
            moment ->
                !switch (moment.what()) {
                  case BEGUN -> moment.equals(Moment.BEGUN);
                  case PREDICTED -> answers.containsKey(moment.name());
                  case RAN -> results.containsKey(moment.name());
                  case DID -> done.contains(moment.name());
                });
    return new LessonProgress(lesson, step, answers, results, done, passedOver, left, fitting);
  }

  /// When something was done; empty if it was not, or if nobody knows.
  public Optional<Instant> at(Moment.What what, String name) {
    return Optional.ofNullable(moments.get(new Moment(what, name)));
  }
}
