package p2pgossip.ui.form;

import java.time.Duration;

/// The scale of the period's slider. It is logarithmic, since from 0.1 s to 0.2 s is as much of a
/// change as from 10 s to 20 s. Positions from 0 (0.1 s) to 1 (60 s); the field beside it takes
/// longer periods too.
public final class PeriodScale {

  private static final double SHORTEST = 0.1;
  private static final double LONGEST = 60;

  private PeriodScale() {}

  public static double positionOf(Duration period) {
    double seconds = period.toNanos() / 1e9;
    return Math.clamp(Math.log(seconds / SHORTEST) / Math.log(LONGEST / SHORTEST), 0, 1);
  }

  /// The period at a position, rounded to two digits.
  public static Duration periodAt(double position) {
    double seconds = SHORTEST * Math.pow(LONGEST / SHORTEST, Math.clamp(position, 0, 1));
    double unit = Math.pow(10, Math.floor(Math.log10(seconds)) - 1);
    return Duration.ofMillis(Math.round(Math.round(seconds / unit) * unit * 1_000));
  }
}
