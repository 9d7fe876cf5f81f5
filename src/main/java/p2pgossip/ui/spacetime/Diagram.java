package p2pgossip.ui.spacetime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Spread;

/// A spread, laid out on lines and in seconds since the rumour's birth.
///
/// @param marked the peer whose line is pointed out; null for none
record Diagram(
    Spread spread,
    Lanes lanes,
    List<Arrow> arrows,
    double now,
    double last,
    @Nullable PeerAddress marked) {

  static Diagram of(Spread spread, Lanes lanes, Instant now, @Nullable PeerAddress marked) {
    Instant born = spread.rumor().born();
    List<Arrow> arrows =
        spread.trips().stream().map(trip -> Arrow.of(trip, lanes, born, now)).toList();
    double last = 0;
    for (Arrow arrow : arrows) {
      last = Math.max(last, arrow.end());
    }
    for (Arrival arrival : spread.arrivals().values()) {
      last = Math.max(last, Arrow.seconds(born, arrival.at()));
    }
    return new Diagram(spread, lanes, arrows, Arrow.seconds(born, now), last, marked);
  }

  Diagram at(Instant moment) {
    return new Diagram(
        spread, lanes, arrows, Arrow.seconds(spread.rumor().born(), moment), last, marked);
  }

  Diagram marking(@Nullable PeerAddress peer) {
    return new Diagram(spread, lanes, arrows, now, last, peer);
  }

  double seconds(Instant at) {
    return Arrow.seconds(spread.rumor().born(), at);
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
