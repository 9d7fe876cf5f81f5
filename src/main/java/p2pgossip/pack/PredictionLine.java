package p2pgossip.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import p2pgossip.lesson.Answer;
import p2pgossip.lesson.Asked;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Moment;
import p2pgossip.lesson.Theory;
import p2pgossip.lesson.Verdict;
import p2pgossip.wire.PackedAnswers;
import p2pgossip.wire.PackedAnswersJson;

/// A prediction, what happened, and how far apart they are.
///
/// @param at when it was made; null if that is not known
public record PredictionLine(
    Block.Predict predict, Answer answer, @Nullable Instant at, Verdict verdict) {

  private static final MathContext SIX_DIGITS = new MathContext(6);

  /// The predictions that were made, in the order of the lesson. May ask theory.
  public static List<PredictionLine> of(LessonProgress progress, Theory theory) {
    List<PredictionLine> lines = new ArrayList<>();
    for (Block.Predict predict : progress.lesson().blocks(Block.Predict.class).toList()) {
      progress
          .answer(predict.name())
          .ifPresent(
              answer ->
                  lines.add(
                      new PredictionLine(
                          predict,
                          answer,
                          progress.at(Moment.What.PREDICTED, predict.name()).orElse(null),
                          Verdict.on(predict, answer, progress, theory))));
    }
    return List.copyOf(lines);
  }

  /// What is asked for: `number`, `choice` or `curve`.
  public static String kind(Block.Predict predict) {
    return switch (predict.asked()) {
      case Asked.Amount _ -> "number";
      case Asked.Choice _ -> "choice";
      case Asked.Curve _ -> "curve";
    };
  }

  /// The number or the choice; empty for a curve.
  public String said() {
    return switch (answer) {
      case Answer.Amount(double value) -> plain(value);
      case Answer.Choice(int option) ->
          predict.asked() instanceof Asked.Choice(List<Asked.Option> options)
              ? options.get(option).words()
              : "";
      case Answer.Curve _ -> "";
    };
  }

  /// The number or the choice, and `drawn` for a curve.
  public String saidInWords() {
    return answer instanceof Answer.Curve ? "drawn" : said();
  }

  /// The number or the choice that was right; empty for a curve, and where it is not known.
  public String truth() {
    return switch (verdict.found()) {
      case Verdict.NumberFound found -> plain(found.happened());
      case Verdict.ChoiceFound found -> found.right();
      case Verdict.CurveFound _, Verdict.NotFound _ -> "";
    };
  }

  /// Of a number its distance from the truth, of a choice 0 or 1, of a curve the mean gap as a
  /// share of the peers; empty where it is not known.
  public OptionalDouble error() {
    double error =
        switch (verdict.found()) {
          case Verdict.NumberFound found -> Math.abs(found.error());
          case Verdict.ChoiceFound found -> found.isRight() ? 0 : 1;
          case Verdict.CurveFound found -> found.meanGap();
          case Verdict.NotFound _ -> Double.NaN;
        };
    return error <= PackedAnswersJson.GREATEST_ERROR
        ? OptionalDouble.of(error)
        : OptionalDouble.empty();
  }

  /// A number with six digits that count, as programs read it.
  static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).round(SIX_DIGITS).stripTrailingZeros().toPlainString()
        : "";
  }

  PackedAnswers.Prediction packed() {
    OptionalDouble error = error();
    return new PackedAnswers.Prediction(
        predict.name(),
        predict.question(),
        kind(predict),
        at,
        said(),
        truth(),
        error.isPresent() ? error.getAsDouble() : null,
        verdict.words());
  }
}
