package p2pgossip.lesson;

import java.util.Arrays;
import java.util.OptionalInt;
import p2pgossip.gossip.Quote;

/// Reads figures as a lesson writes them, word by word: `run push last`, `theory push share at 5`,
/// `ratio run flood copies run push copies`.
final class FigureReader {

  /// The most words of one.
  private static final int MOST_WORDS = 40;

  private final String[] words;
  private int next;

  private FigureReader(String text) {
    words = text.strip().split("\\s+", MOST_WORDS + 1);
    if (words.length > MOST_WORDS) {
      throw new IllegalArgumentException("a figure has at most " + MOST_WORDS + " words");
    }
  }

  /// @throws IllegalArgumentException when it is none, saying what was expected
  static Figure read(String text) {
    FigureReader reader = new FigureReader(text);
    Figure figure = reader.figure();
    reader.requireEnd();
    return figure;
  }

  /// Reads two figures with a sign between them, as in `run push half < run pull half`.
  ///
  /// @throws IllegalArgumentException when it is something else, saying what was expected
  static Claim readClaim(String text) {
    FigureReader reader = new FigureReader(text);
    Figure left = reader.figure();
    Claim.Sign sign = Claim.Sign.labelled(reader.word("a sign such as <"));
    Figure right = reader.figure();
    reader.requireEnd();
    return new Claim(left, sign, right);
  }

  private void requireEnd() {
    if (next < words.length) {
      throw new IllegalArgumentException("there is a word too many: " + Quote.of(words[next]));
    }
  }

  private Figure figure() {
    String first = word("a figure");
    return switch (first) {
      case "run" -> {
        String run = word("the name of a run");
        Measure measure = Measure.labelled(word("a measure"));
        yield new Figure.OfRun(run, measure, numberAfter("rumour").orElse(1), at(measure));
      }
      case "theory" -> {
        String run = word("the name of a run");
        Measure measure = Measure.labelled(word("a measure"));
        yield new Figure.OfTheory(run, measure, at(measure));
      }
      case "plan" ->
          new Figure.OfPlan(word("the name of a run"), Figure.Setting.labelled(word("a setting")));
      case "predicted" -> new Figure.Predicted(word("the name of a prediction"));
      default -> functionOrNumber(first);
    };
  }

  private Figure functionOrNumber(String first) {
    for (Figure.Formula formula : Figure.Formula.values()) {
      if (formula.label().equals(first)) {
        return new Figure.Computed(formula, figure());
      }
    }
    for (Figure.Join join : Figure.Join.values()) {
      if (join.label().equals(first)) {
        return new Figure.Joined(join, figure(), figure());
      }
    }
    double value = KeyLines.number(first);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "a figure begins with a number or one of %s, not %s"
              .formatted(Figure.firstWords(), Quote.of(first)));
    }
    return new Figure.Given(value);
  }

  private OptionalInt at(Measure measure) {
    OptionalInt at = numberAfter("at");
    if (at.isPresent() && measure != Measure.SHARE) {
      throw new IllegalArgumentException(
          "only share can be asked for at a time, not " + measure.label());
    }
    return at;
  }

  /// The number after this word, if the word comes next.
  private OptionalInt numberAfter(String word) {
    if (next >= words.length || !words[next].equals(word)) {
      return OptionalInt.empty();
    }
    next++;
    String digits = word("a whole number after " + word);
    if (!digits.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "after %s comes a whole number, not %s".formatted(word, Quote.of(digits)));
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }

  private String word(String wanted) {
    if (next >= words.length || words[next].isEmpty()) {
      throw new IllegalArgumentException(
          "%s is missing at the end of %s"
              .formatted(wanted, Quote.of(String.join(" ", Arrays.asList(words)))));
    }
    return words[next++];
  }
}
