package p2pgossip.ui.graph.motion;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.motion.Flight.Kind;
import p2pgossip.ui.graph.motion.Flight.Stage;

/// What is in the air and how far it has come. Time passes only by [#advance], so this can be tested
/// without a screen.
///
/// Bounded: above [#MAX_IN_AIR] the oldest is dropped, and from half of that on only every third of
/// the new ones is shown, so that a heavy load thins out instead of slowing down. Of those that end
/// at one peer at about the same time and in the same way, one is shown.
final class Flights {

  static final int MAX_IN_AIR = 400;

  private final ArrayDeque<Flight> flights = new ArrayDeque<>();
  private final Map<Object, Flight> open = new HashMap<>();
  private long offered;

  /// All that is to be drawn, the oldest first.
  Collection<Flight> inAir() {
    return Collections.unmodifiableCollection(flights);
  }

  boolean isEmpty() {
    return flights.isEmpty();
  }

  /// Something sets off that says later, by the key, what becomes of it.
  void sent(Kind kind, Object key, PeerAddress from, PeerAddress to) {
    Flight flight = new Flight(kind, key, from, to);
    if (add(flight)) {
      open.put(key, flight);
    }
  }

  /// Something sets off of which it is known already that it arrives.
  void passed(Kind kind, PeerAddress from, PeerAddress to) {
    Flight flight = new Flight(kind, null, from, to);
    flight.deliver(true);
    add(flight);
  }

  /// It goes on to its target.
  ///
  /// @param news whether it is worth something there
  /// @return false when it is not in the air
  boolean delivered(Object key, boolean news) {
    Flight flight = open.remove(key);
    if (flight != null) {
      flight.deliver(news);
    }
    return flight != null;
  }

  /// It breaks off on its way.
  ///
  /// @return false when it is not in the air
  boolean failed(Object key) {
    Flight flight = open.remove(key);
    if (flight != null) {
      flight.fail();
    }
    return flight != null;
  }

  /// Lets time pass.
  ///
  /// @param pace of what travels; what has ended fades at its own
  void advance(double seconds, double pace) {
    Set<Ending> ending = new HashSet<>();
    for (Iterator<Flight> each = flights.iterator(); each.hasNext(); ) {
      Flight flight = each.next();
      flight.advance(seconds, pace);
      boolean merged =
          flight.stage() == Stage.ARRIVED
              && flight.faded() < 0.5
              && !ending.add(new Ending(flight.to(), flight.kind(), flight.isNews()));
      if (flight.isOver() || merged) {
        each.remove();
        forget(flight);
      }
    }
  }

  private record Ending(PeerAddress at, Kind kind, boolean news) {}

  private boolean add(Flight flight) {
    offered++;
    if (flights.size() >= MAX_IN_AIR / 2 && offered % 3 != 0) {
      return false;
    }
    if (flights.size() >= MAX_IN_AIR) {
      forget(flights.removeFirst());
    }
    flights.addLast(flight);
    return true;
  }

  private void forget(Flight flight) {
    Object key = flight.key();
    if (key != null) {
      open.remove(key, flight);
    }
  }
}
