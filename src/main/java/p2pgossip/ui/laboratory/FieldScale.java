package p2pgossip.ui.laboratory;

/// Up to which round the colours reach while a run goes on: a round number, so that they seldom
/// change.
final class FieldScale {

  /// The scale reaches at least this round.
  static final int FEWEST = 10;

  private static final double[] ROUND = {1, 1.5, 2, 3, 5, 7, 10};

  private FieldScale() {}

  /// The smallest round number that is not below this one.
  static int above(int round) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, round))));
    for (double each : ROUND) {
      if (each * power >= round) {
        return (int) Math.ceil(each * power);
      }
    }
    return round;
  }
}
