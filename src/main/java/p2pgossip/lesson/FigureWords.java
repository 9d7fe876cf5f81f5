package p2pgossip.lesson;

import java.util.Locale;

/// Numbers as a lesson writes them.
public final class FigureWords {

  /// Shares below this are written with two digits that count.
  private static final double SMALL_SHARE = 0.01;

  /// A smaller difference comes from the rounding of the machine.
  private static final double ROUNDING = 1e-9;

  /// Numbers below this have two digits after the point.
  private static final double SMALL = 10;

  private FigureWords() {}

  /// A number of this style, without a unit except for `%`.
  public static String of(double value, Measure.Style style) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    return style == Measure.Style.SHARE ? share(value) : plain(value);
  }

  private static String share(double value) {
    double percent = 100 * value;
    if (value > 1 - SMALL_SHARE && 1 - value > ROUNDING) {
      return 1 - value < SMALL_SHARE * SMALL_SHARE
          ? "over 99.99 %"
          : String.format(Locale.UK, "%.2f %%", percent);
    }
    if (value < ROUNDING) {
      return "0 %";
    }
    if (value < SMALL_SHARE) {
      return String.format(Locale.UK, "%.2g %%", percent).replaceFirst("e-0?", "e-");
    }
    return tidy(String.format(Locale.UK, "%.1f", percent)) + " %";
  }

  /// A number with one digit after the point, or two if it is small; without zeros at its end.
  static String plain(double value) {
    return tidy(String.format(Locale.UK, Math.abs(value) < SMALL ? "%.2f" : "%,.1f", value));
  }

  /// Without zeros at its end.
  private static String tidy(String digits) {
    return digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
  }
}
