package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Conditions.InForce;

/// A spread with the figures computed from it, and its phase at one moment. Immutable.
///
/// @param times of the spread
/// @param phase of its coverage at the moment `until`
/// @param carried whether copies of it may still be sent or arrive, which is possible even if all
///     have heard it
/// @param until up to which moment since the birth the spread is known: the present, the moment of
///     a recording that is shown, or the moment at which it was over; never before its last event
/// @param lastEvent since the birth, the last at which it was heard, or a copy of it arrived or was
///     lost
public record MeasuredSpread(
    Spread spread,
    SpreadFigures figures,
    SpreadCurve curve,
    SpreadLoad load,
    SpreadTimes times,
    Phase phase,
    boolean carried,
    Duration until,
    Duration lastEvent) {

  /// Whether coverage may still grow.
  public enum Phase {
    /// Copies of it are in transit, or a peer still passes it on.
    SPREADING,
    /// All have heard it.
    COMPLETE,
    /// No peer passes it on any longer, and not all have heard it.
    STUCK,
    /// Its run ended while it was still spreading.
    CUT_OFF
  }

  /// As in [SpreadFigures#of].
  public Instant birth() {
    return times.birth();
  }

  /// How many periods have begun since the birth, computed from their length; 0 if that is not
  /// known.
  public long periods() {
    double periods = 0;
    List<InForce> settings = spread.conditions().settings();
    for (int i = 0; i < settings.size(); i++) {
      InForce force = settings.get(i);
      Duration from = i == 0 ? Duration.ZERO : times.since(force.from());
      Duration to = until;
      if (i + 1 < settings.size() && !settings.get(i + 1).from().isAfter(birth().plus(until))) {
        to = times.since(settings.get(i + 1).from());
      }
      if (to.compareTo(from) > 0 && !force.period().isZero()) {
        periods += (double) to.minus(from).toNanos() / force.period().toNanos();
      }
    }
    return (long) periods;
  }

  /// Measures a spread so far.
  ///
  /// @param now the moment that is shown
  /// @param runs whether a peer is seen to run; one that has ended passes nothing on
  public static MeasuredSpread of(Spread spread, Instant now, Predicate<PeerAddress> runs) {
    SpreadFigures figures = SpreadFigures.of(spread);
    SpreadTimes times = SpreadTimes.of(spread);
    Duration lastEvent = lastEvent(spread, times);
    boolean carried = isCarried(spread, runs);
    Ending ending = spread.ending();
    Instant known = ending == null ? now : ending.at();
    return new MeasuredSpread(
        spread,
        figures,
        SpreadCurve.of(spread),
        SpreadLoad.of(spread),
        times,
        phase(figures, carried, ending),
        carried,
        later(times.since(known), lastEvent),
        lastEvent);
  }

  /// The same spread at a later moment. Cheap: only the phase is computed again.
  public MeasuredSpread at(Instant now, Predicate<PeerAddress> runs) {
    if (spread.isOver()) {
      return this;
    }
    boolean goesOn = isCarried(spread, runs);
    return with(phase(figures, goesOn, null), goesOn, later(times.since(now), lastEvent));
  }

  /// The same spread once its run has ended.
  public MeasuredSpread ended() {
    return with(phase == Phase.SPREADING ? Phase.CUT_OFF : phase, false, until);
  }

  private MeasuredSpread with(Phase newPhase, boolean goesOn, Duration newUntil) {
    return phase == newPhase && carried == goesOn && until.equals(newUntil)
        ? this
        : new MeasuredSpread(
            spread, figures, curve, load, times, newPhase, goesOn, newUntil, lastEvent);
  }

  private static Phase phase(SpreadFigures figures, boolean carried, @Nullable Ending ending) {
    if (figures.reached() >= figures.population()) {
      return Phase.COMPLETE;
    }
    if (ending != null && ending.cutOff()) {
      return Phase.CUT_OFF;
    }
    return carried ? Phase.SPREADING : Phase.STUCK;
  }

  private static boolean isCarried(Spread spread, Predicate<PeerAddress> runs) {
    return !spread.isOver()
        && (spread.arrivals().values().stream()
                .anyMatch(arrival -> arrival.spreading() && runs.test(arrival.peer()))
            || spread.trips().reversed().stream()
                .anyMatch(trip -> trip.fate() == CopyTrip.Fate.UNDER_WAY));
  }

  private static Duration lastEvent(Spread spread, SpreadTimes times) {
    Duration last = times.sinceBirth().isEmpty() ? Duration.ZERO : times.sinceBirth().getLast();
    for (CopyTrip trip : spread.trips()) {
      Instant ended = trip.ended();
      if (ended != null) {
        last = later(last, times.since(ended));
      }
    }
    return last;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
