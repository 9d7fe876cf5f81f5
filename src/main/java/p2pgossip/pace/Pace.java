package p2pgossip.pace;

import java.util.List;

/// How fast virtual time passes.
///
/// @param rate virtual seconds per second; 0 stands still, [Double#POSITIVE_INFINITY] is as fast as
/// the machine can
public record Pace(double rate) {

  public static final Pace STILL = new Pace(0);
  public static final Pace REAL = new Pace(1);
  public static final Pace AT_ONCE = new Pace(Double.POSITIVE_INFINITY);

  /// Those that a user can choose, the slowest first.
  public static final List<Pace> CHOICES =
      List.of(
          new Pace(0.01),
          new Pace(0.02),
          new Pace(0.05),
          new Pace(0.1),
          new Pace(0.25),
          new Pace(0.5),
          REAL,
          new Pace(2),
          new Pace(5),
          new Pace(10),
          new Pace(100),
          AT_ONCE);

  /// @throws IllegalArgumentException when the rate is negative or no number
  public Pace {
    if (!(rate >= 0)) {
      throw new IllegalArgumentException("a pace of " + rate + " is not 0 or more");
    }
  }

  /// As in "1/20 ×", "2 ×" or "at once".
  public String inWords() {
    if (rate == 0) {
      return "still";
    }
    if (Double.isInfinite(rate)) {
      return "at once";
    }
    return rate < 1 ? "1/" + Math.round(1 / rate) + " ×" : Math.round(rate) + " ×";
  }
}
