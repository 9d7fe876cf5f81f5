package p2pgossip.ui.laboratory;

/// The round that has the last colour while a run goes on: a rounded number, so that the colours
/// seldom change.
final class FieldScale {

  /// The scale reaches at least this round.
  static final int FEWEST = 10;

  private static final double[] ROUND = {1, 1.5, 2, 3, 5, 7, 10};

  private FieldScale() {}

  /// The smallest rounded number that is not below this round.
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
