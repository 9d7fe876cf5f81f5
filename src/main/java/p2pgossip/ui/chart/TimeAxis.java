package p2pgossip.ui.chart;

import java.util.Locale;

/// The unit in which seconds are shown on an axis: the one that keeps the numbers short.
public enum TimeAxis {
  MILLISECONDS("milliseconds", "ms", 0.001),
  SECONDS("seconds", "s", 1),
  MINUTES("minutes", "min", 60),
  HOURS("hours", "h", 3_600);

  private final String words;
  private final String symbol;
  private final double seconds;

  TimeAxis(String words, String symbol, double seconds) {
    this.words = words;
    this.symbol = symbol;
    this.seconds = seconds;
  }

  /// @param span seconds from one end of the axis to the other
  public static TimeAxis of(double span) {
    if (span < 1) {
      return MILLISECONDS;
    }
    if (span < 300) {
      return SECONDS;
    }
    return span < 18_000 ? MINUTES : HOURS;
  }

  /// As in `milliseconds`.
  public String words() {
    return words;
  }

  /// How many seconds one of it lasts.
  public double seconds() {
    return seconds;
  }

  /// A time of this axis with its unit, as in `0.25 s`.
  ///
  /// @param time in seconds
  /// @param step between the ticks, in seconds: it says how many digits are needed
  public String label(double time, double step) {
    return number(time, step) + " " + symbol;
  }

  /// The same without the unit.
  public String number(double time, double step) {
    String text =
        String.format(Locale.UK, "%,." + Ticks.digits(step / seconds) + "f", time / seconds);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }
}
