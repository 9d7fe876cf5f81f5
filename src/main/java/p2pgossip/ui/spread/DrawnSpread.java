package p2pgossip.ui.spread;

import java.time.Duration;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.MeasuredSpread.Phase;
import p2pgossip.network.SpreadCurve;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.SpreadLoad;
import p2pgossip.ui.chart.SeriesLook;

/// One spread of those that the charts lay over one another, with all that is computed from it.
///
/// @param carried whether copies of it may still come
/// @param until the time up to which it is known, in seconds
/// @param lastEvent seconds until its last event
/// @param periods that have begun until then, where more may come of it
record DrawnSpread(
    String name,
    SeriesLook look,
    SpreadCurve curve,
    SpreadFigures figures,
    SpreadLoad load,
    Phase phase,
    boolean carried,
    double until,
    double lastEvent,
    int periods) {

  /// How much further than the last event the axis goes where nothing more can come.
  private static final double SLACK = 1.12;

  /// How much further than the present the axis goes where more may come: room for its mark.
  private static final double PRESENT_SLACK = 1.04;

  /// The plateau of a rumour that is stuck is shown for at least half of the time before it, and
  /// for at most twice that time, so that the rise before it can still be read.
  static final double SHORTEST_PLATEAU = 1.5;

  private static final double LONGEST_PLATEAU = 3;

  /// The result stays the same while nothing changes that is drawn, however time goes on.
  static DrawnSpread of(String name, SeriesLook look, MeasuredSpread measured) {
    double until = seconds(measured.until());
    double lastEvent = seconds(measured.lastEvent());
    boolean moving = measured.carried() || measured.phase() == Phase.CUT_OFF;
    double plateau = measured.phase() == Phase.STUCK ? LONGEST_PLATEAU : 1;
    return new DrawnSpread(
        name,
        look,
        measured.curve(),
        measured.figures(),
        measured.load(),
        measured.phase(),
        measured.carried(),
        moving ? until : Math.min(until, lastEvent * plateau),
        lastEvent,
        moving ? Math.clamp(measured.periods(), 0, SpreadCurve.MOST_ROUNDS - 1) : 0);
  }

  double percent(long reached) {
    return 100.0 * reached / Math.max(1, Math.max(curve.population(), reached));
  }

  /// Whether nothing is known of its coverage after [#until].
  boolean isOpen() {
    return phase == Phase.SPREADING || phase == Phase.CUT_OFF;
  }

  /// Where the axis of its coverage ends, in seconds.
  double coverageEnd() {
    return switch (phase) {
      case SPREADING, CUT_OFF -> until * PRESENT_SLACK;
      case COMPLETE -> seconds(figures.tLast()) * SLACK;
      case STUCK -> Math.clamp(until, lastEvent * SHORTEST_PLATEAU, lastEvent * LONGEST_PLATEAU);
    };
  }

  /// Where the axis of its duplicates ends, in seconds.
  double duplicatesEnd() {
    if (carried || phase == Phase.CUT_OFF) {
      return until * PRESENT_SLACK;
    }
    double last =
        curve.steps().isEmpty() ? 0 : seconds(curve.steps().getLast().sinceBirth()) * SLACK;
    return phase == Phase.STUCK ? Math.max(last, coverageEnd()) : last;
  }

  /// The last period in which anything is known to have happened; where more may come, the present
  /// one.
  int lastPeriod() {
    return Math.max(periods, curve.rounds().size() - 1);
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
