package p2pgossip.lesson;

import java.util.Arrays;
import java.util.stream.Stream;

/// Two figures, and how they compare.
public record Claim(Figure left, Sign sign, Figure right) {

  /// What is claimed.
  public enum Sign {
    LESS("<"),
    MORE(">"),
    AT_MOST("<="),
    AT_LEAST(">="),
    /// The same, but for the rounding of a machine.
    SAME("=");

    /// Two numbers that differ by a smaller share are the same.
    private static final double ROUNDING = 1e-9;

    private final String label;

    Sign(String label) {
      this.label = label;
    }

    static Sign labelled(String label) {
      return Arrays.stream(values())
          .filter(it -> it.label.equals(label))
          .findFirst()
          .orElseThrow(
              () -> Named.unknown("sign", label, Stream.of(values()).map(it -> it.label).toList()));
    }

    boolean holds(double left, double right) {
      return switch (this) {
        case LESS -> left < right;
        case MORE -> left > right;
        case AT_MOST -> left <= right;
        case AT_LEAST -> left >= right;
        case SAME -> Math.abs(left - right) <= ROUNDING * Math.max(1, Math.abs(right));
      };
    }
  }

  /// The figures of which it consists.
  Stream<Figure> parts() {
    return Stream.concat(left.parts(), right.parts());
  }
}
