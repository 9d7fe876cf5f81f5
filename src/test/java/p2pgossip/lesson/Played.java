package p2pgossip.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.population.PopulationSettings;

/// A lesson that has been played from its first step to its last.
///
/// @param shown all blocks, in the order in which they were shown
/// @param end how far it came
record Played(LessonProgress end, List<Block> shown) {

  static final Theory THEORY = new Theory();

  /// Enough for figures that are near those of a lesson, and quick.
  private static final int FEW_RUNS = 20;

  private static final LessonRunner RUNNER = new LessonRunner(VirtualStage.MAKER, 2);

  /// The same plan gives the same result.
  private static final Map<Plan, RunResult> MADE = new ConcurrentHashMap<>();

  /// Plays it like a student who answers every question so.
  static Played through(Lesson lesson, Function<Block.Predict, Answer> answering) {
    LessonProgress progress = LessonProgress.begin(lesson);
    List<Block> shown = new ArrayList<>();
    while (true) {
      while (progress.waitsFor().isPresent()) {
        progress =
            switch (progress.waitsFor().get()) {
              case Block.Predict predict ->
                  progress.predicted(predict.name(), answering.apply(predict));
              case Block.Run run -> progress.ran(run.name(), result(run.plan()));
              case Block.Task task -> progress.did(task.name());
            };
      }
      shown.addAll(progress.shown());
      if (progress.isOver()) {
        return new Played(progress, List.copyOf(shown));
      }
      progress = progress.next();
    }
  }

  static RunResult result(Plan plan) {
    return MADE.computeIfAbsent(plan, Played::made);
  }

  private static RunResult made(Plan plan) {
    Plan quick =
        plan instanceof Plan.InRounds(PopulationSettings settings, int runs)
            ? new Plan.InRounds(settings, Math.min(runs, FEW_RUNS))
            : plan;
    try {
      return RUNNER.run(quick, () -> false);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Figures figures() {
    return new Figures(end, THEORY);
  }

  List<Verdict> verdicts() {
    return shown.stream()
        .filter(Block.Compare.class::isInstance)
        .flatMap(it -> Comparison.of(end, THEORY, (Block.Compare) it).verdicts().stream())
        .toList();
  }
}
