package p2pgossip.wire;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of time as users write it: `500 ms`, `2.5 s`, `1 min`, `1 h`.
final class SpanText {

  static final String FORM_IN_WORDS = "a time such as \"500 ms\", \"2.5 s\" or \"1 min\"";

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(ms|s|min|h)");

  private SpanText() {}

  /// @throws IllegalArgumentException when it is not such a text, or finer than a nanosecond
  static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + FORM_IN_WORDS);
    }
    Duration unit =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(1);
          case "s" -> Duration.ofSeconds(1);
          case "min" -> Duration.ofMinutes(1);
          default -> Duration.ofHours(1);
        };
    try {
      return Duration.ofNanos(
          new BigDecimal(matcher.group(1))
              .multiply(BigDecimal.valueOf(unit.toNanos()))
              .longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("\"" + text + "\" is too long or too fine", e);
    }
  }

  /// @param span not negative
  static String of(Duration span) {
    if (span.isZero()) {
      return "0 s";
    }
    if (span.compareTo(Duration.ofSeconds(1)) < 0) {
      return decimal(span, 6) + " ms";
    }
    boolean minutes = span.toNanosPart() == 0 && span.toSeconds() % 60 == 0;
    return minutes ? span.toMinutes() + " min" : decimal(span, 9) + " s";
  }

  /// @param places by which the nanoseconds are shifted
  private static String decimal(Duration span, int places) {
    return BigDecimal.valueOf(span.toNanos(), places).stripTrailingZeros().toPlainString();
  }
}
