package p2pgossip.ui.laboratory;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads numbers that are typed. A comma is read as a decimal point.
final class Decimals {

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{0,6}[.,]?[0-9]{0,6}");

  private Decimals() {}

  /// A number above 0, without an exponent; empty if it is none.
  static Optional<Double> positive(String text) {
    String typed = text.strip();
    if (!DECIMAL.matcher(typed).matches() || typed.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    double number = Double.parseDouble(typed.replace(',', '.'));
    return number > 0 ? Optional.of(number) : Optional.empty();
  }
}
