package p2pgossip.lesson;

import java.util.List;

/// What a student predicts.
public sealed interface Answer {

  record Amount(double value) implements Answer {}

  /// @param option its index, from 0
  record Choice(int option) implements Answer {}

  /// @param shares of the peers, 0 to 1, one for each point of time from 0 on
  record Curve(List<Double> shares) implements Answer {
    public Curve {
      shares = List.copyOf(shares);
    }
  }

  /// As plain numbers, for a file.
  default List<Double> numbers() {
    return switch (this) {
      case Amount(double value) -> List.of(value);
      case Choice(int option) -> List.of((double) option);
      case Curve(List<Double> shares) -> shares;
    };
  }

  /// The answer to a question, from plain numbers.
  ///
  /// @throws IllegalArgumentException when they are no answer to it, saying why
  static Answer of(Asked asked, List<Double> numbers) {
    if (!(asked instanceof Asked.Curve) && numbers.size() != 1) {
      throw new IllegalArgumentException("one number is wanted, not " + numbers.size());
    }
    Answer answer =
        switch (asked) {
          case Asked.Amount _ -> new Amount(numbers.getFirst());
          case Asked.Choice _ -> new Choice((int) Math.round(numbers.getFirst()));
          case Asked.Curve _ -> new Curve(numbers);
        };
    answer.requireFit(asked);
    return answer;
  }

  /// @throws IllegalArgumentException when this is no answer to that question, saying why
  default void requireFit(Asked asked) {
    switch (asked) {
      case Asked.Amount(String unit, double least, double greatest, Figure _) -> {
        if (!(this instanceof Amount(double value) && value >= least && value <= greatest)) {
          throw new IllegalArgumentException(
              "A number from %s to %s is wanted (%s)."
                  .formatted(FigureWords.plain(least), FigureWords.plain(greatest), unit));
        }
      }
      case Asked.Choice(List<Asked.Option> options) -> {
        if (!(this instanceof Choice(int option) && option >= 0 && option < options.size())) {
          throw new IllegalArgumentException(
              "One of %s choices is wanted.".formatted(options.size()));
        }
      }
      case Asked.Curve(int until, String _) -> {
        if (!(this instanceof Curve(List<Double> shares)
            && shares.size() == until + 1
            && shares.stream().allMatch(share -> share >= 0 && share <= 1))) {
          throw new IllegalArgumentException(
              "A share from 0 to 1 is wanted at each time from 0 to %s.".formatted(until));
        }
      }
    }
  }
}
