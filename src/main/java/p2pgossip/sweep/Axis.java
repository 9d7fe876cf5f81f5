package p2pgossip.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import p2pgossip.gossip.Quote;

/// A parameter and the values that it takes.
///
/// @param values 1 to [#MOST_VALUES] different ones, each in its usual spelling
public record Axis(Parameter parameter, List<String> values) {

  public static final int MOST_VALUES = 10_000;
  private static final int LONGEST_NUMBER = 32;

  /// @throws IllegalArgumentException when there is no value, or one can't be read or is given
  ///     twice
  public Axis {
    values =
        values.stream()
            .map(
                value ->
                    parameter.isNumber() ? number(parameter, value) : Values.word(parameter, value))
            .toList();
    if (values.isEmpty() || values.size() > MOST_VALUES) {
      throw new IllegalArgumentException(
          "%s must have 1 to %s values, not %s"
              .formatted(parameter.label(), MOST_VALUES, values.size()));
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException(parameter.label() + " has a value twice");
    }
  }

  /// All numbers from `from` to `to`, a step apart.
  ///
  /// @throws IllegalArgumentException when that is none, or too many
  public static Axis steps(Parameter parameter, BigDecimal from, BigDecimal to, BigDecimal step) {
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("the step of " + parameter.label() + " must be above 0");
    }
    List<String> values = new ArrayList<>();
    for (BigDecimal at = from; at.compareTo(to) <= 0 && isRoom(values); at = at.add(step)) {
      values.add(text(at));
    }
    return new Axis(parameter, values);
  }

  /// All numbers from `from` to `to`, each the one before times `factor`.
  ///
  /// @throws IllegalArgumentException when that is none, or too many
  public static Axis factors(
      Parameter parameter, BigDecimal from, BigDecimal to, BigDecimal factor) {
    if (from.signum() <= 0 || factor.compareTo(BigDecimal.ONE) <= 0) {
      throw new IllegalArgumentException(
          parameter.label() + " must begin above 0 and be multiplied by more than 1");
    }
    List<String> values = new ArrayList<>();
    for (BigDecimal at = from; at.compareTo(to) <= 0 && isRoom(values); at = at.multiply(factor)) {
      values.add(text(at));
    }
    return new Axis(parameter, values);
  }

  private static String number(Parameter parameter, String value) {
    try {
      BigDecimal number = value.length() <= LONGEST_NUMBER ? new BigDecimal(value) : null;
      if (number != null && Math.abs(number.scale()) <= LONGEST_NUMBER) {
        return text(number);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(notANumber(parameter, value), e);
    }
    throw new IllegalArgumentException(notANumber(parameter, value));
  }

  private static String notANumber(Parameter parameter, String value) {
    return "%s must have numbers, not %s".formatted(parameter.label(), Quote.of(value));
  }

  private static boolean isRoom(List<String> values) {
    return values.size() <= MOST_VALUES;
  }

  /// A number as in files, without an exponent.
  public static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
