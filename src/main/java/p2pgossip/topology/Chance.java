package p2pgossip.topology;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A chance from 0 to 1.
///
/// @param name as it stands beside a field: "Rewired"
/// @param words as they stand in an error: "a chance of rewiring"
/// @param hint a sentence without a full stop that says what is left to chance
/// @param usual the value where none is given
public record Chance(String name, String words, String hint, Double usual)
    implements Parameter<Double> {

  private static final int LONGEST = 20;

  /// @throws IllegalArgumentException when it is out of range
  void require(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("%s of %s is not between 0 and 1".formatted(words, value));
    }
  }

  @Override
  public Optional<Double> otherwise() {
    return Optional.of(usual);
  }

  @Override
  public String example() {
    return write(usual, null);
  }

  @Override
  public Class<Double> type() {
    return Double.class;
  }

  @Override
  public String kind() {
    return "number";
  }

  @Override
  public Optional<Double> read(String text, @Nullable Path folder) {
    try {
      return text.length() <= LONGEST
          ? Optional.of(new BigDecimal(text.strip()).doubleValue())
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Without an exponent and without needless zeros.
  @Override
  public String write(Double value, @Nullable Path folder) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
