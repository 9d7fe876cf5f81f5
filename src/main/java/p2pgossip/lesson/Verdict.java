package p2pgossip.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A prediction beside what happened.
///
/// @param question that was asked
public record Verdict(String question, Found found) {

  /// A number that is off by no more than this share of itself is close.
  private static final double CLOSE = 0.1;

  /// Shares that are off by no more than this on average are close.
  private static final double CLOSE_CURVE = 0.05;

  /// From here on, a prediction is so many times what happened.
  private static final double MANY_TIMES = 2;

  /// How they differ.
  public sealed interface Found {}

  /// @param predicted and `happened` in the unit of the question
  public record NumberFound(double predicted, double happened, String unit, Measure.Style style)
      implements Found {

    /// Positive if too much was predicted.
    public double error() {
      return predicted - happened;
    }

    /// The error as a share of what happened; not finite if nothing happened.
    public double relativeError() {
      return error() / happened;
    }
  }

  /// @param predicted and `right` as the lesson words them
  public record ChoiceFound(String predicted, String right) implements Found {

    public boolean isRight() {
      return predicted.equals(right);
    }
  }

  /// @param meanGap between the curves, as a share of the peers, over all points of time
  /// @param greatestGap likewise, at the time `at`
  public record CurveFound(double meanGap, double greatestGap, int at, String unit)
      implements Found {}

  /// The run could not be made, so nobody knows.
  public record NotFound() implements Found {}

  /// The verdict on one prediction, as far as the runs have been made.
  ///
  /// @param answer to it
  public static Verdict on(
      Block.Predict predict, Answer answer, LessonProgress progress, Theory theory) {
    Figures figures = new Figures(progress, theory);
    Optional<Found> found =
        switch (predict.asked()) {
          case Asked.Amount number -> number(number, answer, figures);
          case Asked.Choice(List<Asked.Option> options) -> choice(options, answer, figures);
          case Asked.Curve(int until, String run) -> curve(until, run, answer, progress);
        };
    return new Verdict(predict.question(), found.orElseGet(NotFound::new));
  }

  private static Optional<Found> number(Asked.Amount asked, Answer answer, Figures figures) {
    OptionalDouble truth = figures.value(asked.truth());
    if (truth.isEmpty() || !(answer instanceof Answer.Amount(double predicted))) {
      return Optional.empty();
    }
    // The student writes per cent, and figures are shares.
    boolean share = asked.truth().style() == Measure.Style.SHARE;
    double happened = share ? 100 * truth.getAsDouble() : truth.getAsDouble();
    return Optional.of(new NumberFound(predicted, happened, asked.unit(), Measure.Style.NUMBER));
  }

  private static Optional<Found> choice(
      List<Asked.Option> options, Answer answer, Figures figures) {
    if (!(answer instanceof Answer.Choice(int chosen))) {
      return Optional.empty();
    }
    for (Asked.Option option : options) {
      Optional<Boolean> right =
          option.claim().isEmpty() ? Optional.of(true) : option.claim().flatMap(figures::holds);
      if (right.isEmpty()) {
        return Optional.empty();
      }
      if (right.get()) {
        return Optional.of(new ChoiceFound(options.get(chosen).words(), option.words()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> curve(
      int until, String run, Answer answer, LessonProgress progress) {
    Optional<RunResult> result = progress.result(run);
    if (result.isEmpty() || !(answer instanceof Answer.Curve(List<Double> shares))) {
      return Optional.empty();
    }
    RunResult.Told told = result.get().rumors().getFirst();
    double sum = 0;
    double greatest = 0;
    int at = 0;
    for (int time = 0; time <= until; time++) {
      double gap = Math.abs(shares.get(time) - told.share(time));
      sum += gap;
      if (gap > greatest) {
        greatest = gap;
        at = time;
      }
    }
    String unit = progress.lesson().run(run).map(it -> it.plan().timeUnit()).orElse("rounds");
    return Optional.of(new CurveFound(sum / (until + 1), greatest, at, unit));
  }

  /// Whether the prediction came out, or nearly so.
  public boolean isClose() {
    return switch (found) {
      case NumberFound it -> it.error() == 0 || Math.abs(it.relativeError()) <= CLOSE;
      case ChoiceFound it -> it.isRight();
      case CurveFound it -> it.meanGap() <= CLOSE_CURVE;
      case NotFound _ -> false;
    };
  }

  /// The verdict in one or two sentences.
  public String words() {
    return switch (found) {
      case NumberFound it -> words(it);
      case ChoiceFound it ->
          it.isRight()
              ? "You said “%s”, and so it is.".formatted(it.predicted())
              : "You said “%s”. It is “%s”.".formatted(it.predicted(), it.right());
      case CurveFound it ->
          "Your curve is off by %s of the peers on average, and by %s at most, at %s %s."
              .formatted(
                  FigureWords.of(it.meanGap(), Measure.Style.SHARE),
                  FigureWords.of(it.greatestGap(), Measure.Style.SHARE),
                  it.at(),
                  it.unit());
      case NotFound _ -> "The run has not been made, so nobody knows.";
    };
  }

  private static String words(NumberFound it) {
    String unit = it.unit().isEmpty() ? "" : " " + it.unit();
    String said =
        "You said %s%s; it is %s."
            .formatted(
                FigureWords.of(it.predicted(), it.style()),
                unit,
                FigureWords.of(it.happened(), it.style()));
    if (it.error() == 0) {
      return said + " Exactly.";
    }
    return said
        + " You are off by %s%s%s."
            .formatted(FigureWords.of(Math.abs(it.error()), it.style()), unit, relativeWords(it));
  }

  private static String relativeWords(NumberFound it) {
    double factor = it.predicted() / it.happened();
    if (!Double.isFinite(factor) || factor <= 0) {
      return "";
    }
    return factor >= MANY_TIMES
        ? ": %s times as much".formatted(FigureWords.of(factor, Measure.Style.NUMBER))
        : " (%s too %s)"
            .formatted(
                FigureWords.of(Math.abs(it.relativeError()), Measure.Style.SHARE),
                it.error() > 0 ? "much" : "little");
  }
}
