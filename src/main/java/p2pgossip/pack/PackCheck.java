package p2pgossip.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.LessonRunner;
import p2pgossip.lesson.Measure;
import p2pgossip.lesson.Plan;
import p2pgossip.lesson.RunResult;

/// Makes the runs of lab packs again and says whether the figures are the same. Runs in rounds and
/// in virtual time come out the same each time, so nobody can type in another figure. Runs on real
/// peers are different each time, and are not made.
///
/// What was made once is remembered. One thread at a time.
public final class PackCheck {

  /// Larger differences are none of rounding.
  private static final double ROUNDING = 1e-9;

  private final LessonRunner runner;
  private final Map<Plan, RunResult> made = new HashMap<>();

  /// @param threads for runs in rounds, at least 1
  public PackCheck(int threads) {
    runner = new LessonRunner(VirtualStage.MAKER, threads);
  }

  /// Checks the runs of one pack, which may take minutes.
  ///
  /// @param cancelled is asked often; once it returns true, this ends
  /// @return the outcome in some words
  /// @throws java.util.concurrent.CancellationException when it was cancelled
  /// @throws InterruptedException when the waiting thread is interrupted
  public String check(LabPack pack, BooleanSupplier cancelled) throws InterruptedException {
    if (!pack.known()) {
      return "not checked: another lesson text";
    }
    List<String> words = new ArrayList<>();
    int same = 0;
    int real = 0;
    for (Block.Run run : pack.progress().lesson().blocks(Block.Run.class).toList()) {
      Optional<RunResult> said = pack.progress().result(run.name());
      if (said.isEmpty()) {
        continue;
      }
      if (run.plan() instanceof Plan.Staged staged && staged.real()) {
        real++;
        continue;
      }
      Optional<String> difference = difference(run, said.get(), cancelled);
      difference.ifPresent(words::add);
      same += difference.isEmpty() ? 1 : 0;
    }
    if (same > 0) {
      words.add(same + " the same");
    }
    if (real > 0) {
      words.add(real + " on real peers, not made again");
    }
    return words.isEmpty() ? "no runs" : String.join("; ", words);
  }

  private Optional<String> difference(Block.Run run, RunResult said, BooleanSupplier cancelled)
      throws InterruptedException {
    RunResult mine;
    try {
      mine = result(run.plan(), cancelled);
    } catch (IOException e) {
      return Optional.of("“%s” can't be made: %s".formatted(run.name(), e.getMessage()));
    }
    return difference(said, mine).map(words -> "“%s” DIFFERS in %s".formatted(run.name(), words));
  }

  private RunResult result(Plan plan, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    RunResult known = made.get(plan);
    if (known == null) {
      known = runner.run(plan, cancelled);
      made.put(plan, known);
    }
    return known;
  }

  /// What differs, in a few words; empty if nothing does.
  static Optional<String> difference(RunResult said, RunResult mine) {
    if (said.rumors().size() != mine.rumors().size()) {
      return Optional.of("the number of rumours");
    }
    for (int rumor = 0; rumor < mine.rumors().size(); rumor++) {
      RunResult.Told one = said.rumors().get(rumor);
      RunResult.Told other = mine.rumors().get(rumor);
      for (Measure measure : Measure.values()) {
        Double told = one.figures().get(measure);
        Double found = other.figures().get(measure);
        if ((told == null) != (found == null)
            || (told != null && found != null && !isSame(told, found))) {
          return Optional.of(measure.label());
        }
      }
      if (!isSame(one.curve(), other.curve())) {
        return Optional.of("its curve");
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(List<RunResult.Point> one, List<RunResult.Point> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!isSame(one.get(i).time(), other.get(i).time())
          || !isSame(one.get(i).share(), other.get(i).share())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(other));
  }
}
