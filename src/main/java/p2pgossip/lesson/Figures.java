package p2pgossip.lesson;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;
import p2pgossip.gossip.Interest;
import p2pgossip.population.PopulationSettings;

/// Works out the figures of a lesson from its runs and from theory.
public final class Figures {

  /// Written where a figure is not known yet, or where there is none.
  public static final String UNKNOWN = "…";

  private final LessonProgress progress;
  private final Theory theory;

  public Figures(LessonProgress progress, Theory theory) {
    this.progress = progress;
    this.theory = theory;
  }

  /// The progress on which the figures rest.
  public LessonProgress progress() {
    return progress;
  }

  /// A figure as words.
  public String words(Figure figure) {
    OptionalDouble value = value(figure);
    return value.isPresent() ? FigureWords.of(value.getAsDouble(), figure.style()) : UNKNOWN;
  }

  /// A figure; empty while its run has not been made, and where there is none.
  public OptionalDouble value(Figure figure) {
    return switch (figure) {
      case Figure.Given(double value) -> OptionalDouble.of(value);
      case Figure.OfRun(String run, Measure measure, int rumor, OptionalInt at) ->
          progress
              .result(run)
              .map(result -> result.figure(measure, rumor, at))
              .orElse(OptionalDouble.empty());
      case Figure.OfTheory(String run, Measure measure, OptionalInt at) ->
          plan(run).map(plan -> theory.figure(plan, measure, at)).orElse(OptionalDouble.empty());
      case Figure.OfPlan(String run, Figure.Setting setting) ->
          plan(run).map(plan -> setting(plan, setting)).orElse(OptionalDouble.empty());
      case Figure.Predicted(String prediction) ->
          progress
              .answer(prediction)
              .filter(Answer.Amount.class::isInstance)
              .map(answer -> OptionalDouble.of(((Answer.Amount) answer).value()))
              .orElse(OptionalDouble.empty());
      case Figure.Computed(Figure.Formula formula, Figure of) ->
          finite(value(of), OptionalDouble.of(0), (one, _) -> formula.of(one));
      case Figure.Joined(Figure.Join join, Figure one, Figure other) ->
          finite(value(one), value(other), join::of);
    };
  }

  /// Whether a claim holds; empty while one of its figures is not known.
  public Optional<Boolean> holds(Claim claim) {
    OptionalDouble left = value(claim.left());
    OptionalDouble right = value(claim.right());
    return left.isPresent() && right.isPresent()
        ? Optional.of(claim.sign().holds(left.getAsDouble(), right.getAsDouble()))
        : Optional.empty();
  }

  private Optional<Plan> plan(String run) {
    return progress.lesson().run(run).map(Block.Run::plan);
  }

  private static OptionalDouble finite(
      OptionalDouble one, OptionalDouble other, DoubleBinaryOperator function) {
    if (one.isEmpty() || other.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = function.applyAsDouble(one.getAsDouble(), other.getAsDouble());
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static OptionalDouble setting(Plan plan, Figure.Setting setting) {
    return switch (plan) {
      case Plan.InRounds(PopulationSettings settings, int runs) ->
          OptionalDouble.of(setting(settings, runs, setting));
      case Plan.Staged _ ->
          setting == Figure.Setting.PEERS
              ? OptionalDouble.of(plan.peers())
              : OptionalDouble.empty();
    };
  }

  private static double setting(PopulationSettings settings, int runs, Figure.Setting setting) {
    Interest interest = settings.spreading().interest();
    return switch (setting) {
      case PEERS -> settings.peers();
      case RUNS -> runs;
      case FANOUT -> settings.spreading().fanout();
      case K -> interest.k();
      case LOSS -> settings.loss();
      case CRASH -> settings.crashes().share();
    };
  }
}
