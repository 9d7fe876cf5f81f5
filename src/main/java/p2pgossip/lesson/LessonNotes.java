package p2pgossip.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import p2pgossip.lesson.RunResult.Point;
import p2pgossip.lesson.RunResult.Told;
import p2pgossip.wire.LessonNote;

/// Makes notes for a file of how far a student has come, and of notes where to go on.
public final class LessonNotes {

  private LessonNotes() {}

  /// A note with everything in a fixed order.
  public static LessonNote of(LessonProgress progress) {
    return new LessonNote(
        progress.lesson().name(),
        progress.step(),
        progress.answers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> new LessonNote.Answer(it.getKey(), it.getValue().numbers()))
            .toList(),
        progress.results().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> new LessonNote.Run(it.getKey(), rumors(it.getValue())))
            .toList(),
        sorted(progress.done()),
        sorted(progress.passedOver()),
        sorted(progress.left()),
        progress.moments().entrySet().stream()
            .map(
                it ->
                    new LessonNote.Time(
                        it.getKey().what().label(), it.getKey().name(), it.getValue()))
            .sorted(
                Comparator.comparing(LessonNote.Time::at)
                    .thenComparing(LessonNote.Time::what)
                    .thenComparing(LessonNote.Time::name))
            .toList());
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static List<LessonNote.Rumor> rumors(RunResult result) {
    return result.rumors().stream()
        .map(
            told ->
                new LessonNote.Rumor(
                    told.figures().entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(it -> new LessonNote.Figure(it.getKey().label(), it.getValue()))
                        .toList(),
                    told.curve().stream().map(Point::time).toList(),
                    told.curve().stream().map(Point::share).toList()))
        .toList();
  }

  /// Goes on where the student was. What does not fit the lesson, because it has changed since, is
  /// left out: then that is asked, run or done once more.
  public static LessonProgress restored(Lesson lesson, LessonNote note) {
    Map<String, Answer> answers = new HashMap<>();
    for (LessonNote.Answer noted : note.predictions()) {
      lesson
          .prediction(noted.name())
          .ifPresent(
              predict -> {
                try {
                  answers.put(noted.name(), Answer.of(predict.asked(), noted.numbers()));
                } catch (IllegalArgumentException e) {
                  // Another question is asked now.
                }
              });
    }
    Map<String, RunResult> results = new HashMap<>();
    for (LessonNote.Run noted : note.runs()) {
      if (lesson.run(noted.name()).isPresent() && !noted.rumors().isEmpty()) {
        results.put(
            noted.name(), new RunResult(noted.rumors().stream().map(LessonNotes::told).toList()));
      }
    }
    Set<String> tasks =
        lesson.blocks(Block.Task.class).map(Block.Task::name).collect(Collectors.toSet());
    Set<String> runs =
        lesson.blocks(Block.Run.class).map(Block.Run::name).collect(Collectors.toSet());
    LessonProgress progress =
        new LessonProgress(
            lesson,
            0,
            answers,
            results,
            among(tasks, note.done()),
            among(runs, note.passedOver()),
            among(tasks, note.left()),
            Map.of());
    progress = progress.withMoments(moments(note));
    while (progress.step() < note.step() && progress.mayGoOn()) {
      progress = progress.next();
    }
    return progress;
  }

  private static Map<Moment, Instant> moments(LessonNote note) {
    Map<Moment, Instant> moments = new HashMap<>();
    for (LessonNote.Time time : note.times()) {
      Moment.What.labelled(time.what())
          .ifPresent(what -> moments.put(new Moment(what, time.name()), time.at()));
    }
    return moments;
  }

  private static Set<String> among(Set<String> known, List<String> noted) {
    Set<String> kept = new HashSet<>(noted);
    kept.retainAll(known);
    return kept;
  }

  private static Told told(LessonNote.Rumor noted) {
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    for (LessonNote.Figure figure : noted.figures()) {
      for (Measure measure : Measure.values()) {
        if (measure.label().equals(figure.measure())) {
          figures.put(measure, figure.value());
        }
      }
    }
    List<Point> curve = new ArrayList<>();
    double before = 0;
    for (int i = 0; i < Math.min(noted.times().size(), noted.shares().size()); i++) {
      double time = noted.times().get(i);
      double share = noted.shares().get(i);
      // No run goes back in time, or reaches more than all.
      if (time >= before && share <= 1) {
        curve.add(new Point(time, share));
        before = time;
      }
    }
    return new Told(figures, curve);
  }
}
