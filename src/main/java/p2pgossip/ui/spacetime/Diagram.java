package p2pgossip.ui.spacetime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.MeasuredSpread.Phase;
import p2pgossip.network.Spread;

/// A spread, laid out on lines and in seconds since the rumour's birth.
///
/// @param birth as in [MeasuredSpread]; the charts count from it too
/// @param now seconds until the moment shown
/// @param last seconds until the last event
/// @param marked the peer whose line is pointed out; null for none
record Diagram(
    Spread spread,
    Phase phase,
    boolean carried,
    Lanes lanes,
    List<Arrow> arrows,
    Instant birth,
    double now,
    double last,
    @Nullable PeerAddress marked) {

  private static final double SHORTEST_PAUSE = 1.5;

  private static final double LONGEST_PAUSE = 3;

  static Diagram of(
      MeasuredSpread measured, Lanes lanes, Instant now, @Nullable PeerAddress marked) {
    Spread spread = measured.spread();
    Instant born = measured.birth();
    List<Arrow> arrows =
        spread.trips().stream().map(trip -> Arrow.of(trip, lanes, born, now)).toList();
    double last = 0;
    for (Arrow arrow : arrows) {
      last = Math.max(last, arrow.end());
    }
    for (Arrival arrival : spread.arrivals().values()) {
      last = Math.max(last, Arrow.seconds(born, arrival.at()));
    }
    return new Diagram(
        spread,
        measured.phase(),
        measured.carried(),
        lanes,
        arrows,
        born,
        Arrow.seconds(born, now),
        last,
        marked);
  }

  /// The same spread at a later moment.
  Diagram at(MeasuredSpread measured, Instant moment) {
    return new Diagram(
        spread,
        measured.phase(),
        measured.carried(),
        lanes,
        arrows,
        birth,
        Arrow.seconds(birth, moment),
        last,
        marked);
  }

  Diagram marking(@Nullable PeerAddress peer) {
    return new Diagram(spread, phase, carried, lanes, arrows, birth, now, last, peer);
  }

  boolean isStuck() {
    return phase == Phase.STUCK;
  }

  /// The end of the diagram while all of it is shown: the present while copies may still come. For
  /// a rumour that is stuck, late enough to show that, but not so late that the rest can't be read.
  double whole() {
    if (carried) {
      return Math.max(last, now);
    }
    return isStuck() ? Math.clamp(now, last * SHORTEST_PAUSE, last * LONGEST_PAUSE) : last;
  }

  double seconds(Instant at) {
    return Arrow.seconds(birth, at);
  }

  @Nullable Arrival arrival(int lane) {
    return spread.arrivals().get(lanes.peer(lane));
  }

  /// The peer whose line is at a height, in pixels; null beside them.
  @Nullable PeerAddress peerAt(Geometry geometry, double y) {
    int lane = (int) Math.floor(geometry.row(y));
    boolean within = y >= geometry.top() && y <= geometry.bottom();
    return within && lane >= 0 && lane < lanes.count() ? lanes.peer(lane) : null;
  }

  /// The copy as it is drawn; null where the spread has no such copy.
  @Nullable Arrow arrow(@Nullable CopyTrip trip) {
    for (Arrow arrow : arrows) {
      if (trip != null
          && arrow.trip().serial() == trip.serial()
          && arrow.trip().rumor().equals(trip.rumor())) {
        return arrow;
      }
    }
    return null;
  }
}
