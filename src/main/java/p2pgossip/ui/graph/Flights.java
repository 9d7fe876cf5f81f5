package p2pgossip.ui.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The messages in the air and how far each has come. Time passes only by [#advance], so this can
/// be tested without a screen. Answers on one machine come within a millisecond, far too soon to
/// see, so the travel takes [#TRAVEL_SECONDS] at least; one that has no answer yet waits before its
/// target.
///
/// Bounded: above [#MAX_IN_AIR] the oldest is dropped, and from half of that on only some of the
/// new ones are shown, so that a heavy load thins out instead of slowing down.
final class Flights {

  static final int MAX_IN_AIR = 400;
  static final double TRAVEL_SECONDS = 0.5;
  static final double CROSS_SECONDS = 1.1;
  static final double PULSE_SECONDS = 0.3;

  /// Where a message waits for its answer, as a part of the way.
  private static final double WAITING_AT = 0.8;

  private static final double FAILS_FROM = 0.5;

  /// An answer that never comes must not leave a dot standing for ever.
  private static final double MAX_WAIT_SECONDS = 30;

  /// What is seen of a message.
  enum Stage {
    TRAVELLING,
    ARRIVED,
    FAILED
  }

  /// One message on the screen.
  static final class Flight {
    private final @Nullable Long number;
    private final PeerAddress from;
    private final PeerAddress to;
    private Stage stage = Stage.TRAVELLING;
    private boolean delivered;
    private boolean failed;
    private double way;
    private double age;

    /// @param number null for one that comes in, and so is already delivered
    private Flight(@Nullable Long number, PeerAddress from, PeerAddress to) {
      this.number = number;
      this.from = from;
      this.to = to;
      this.delivered = number == null;
    }

    PeerAddress from() {
      return from;
    }

    PeerAddress to() {
      return to;
    }

    boolean isIncoming() {
      return number == null;
    }

    Stage stage() {
      return stage;
    }

    /// How much of the way it has come, 0 to 1, starting and stopping softly.
    double progress() {
      return way * way * (3 - 2 * way);
    }

    /// How much of its present stage is over, 0 to 1; of the travel, [#progress].
    double faded() {
      return switch (stage) {
        case TRAVELLING -> progress();
        case ARRIVED -> Math.min(1, age / PULSE_SECONDS);
        case FAILED -> Math.min(1, age / CROSS_SECONDS);
      };
    }

    private boolean isOver() {
      return switch (stage) {
        case TRAVELLING -> age > MAX_WAIT_SECONDS;
        case ARRIVED -> age >= PULSE_SECONDS;
        case FAILED -> age >= CROSS_SECONDS;
      };
    }

    private void advance(double seconds) {
      age += seconds;
      if (stage != Stage.TRAVELLING) {
        return;
      }
      way = Math.min(delivered ? 1 : Math.max(way, WAITING_AT), way + seconds / TRAVEL_SECONDS);
      if (failed && way >= FAILS_FROM) {
        stage = Stage.FAILED;
        age = 0;
      } else if (delivered && way >= 1) {
        stage = Stage.ARRIVED;
        age = 0;
      }
    }
  }

  private final ArrayDeque<Flight> flights = new ArrayDeque<>();
  private final Map<Long, Flight> open = new HashMap<>();
  private long offered;

  /// All that is to be drawn, the oldest first.
  Collection<Flight> inAir() {
    return Collections.unmodifiableCollection(flights);
  }

  boolean isEmpty() {
    return flights.isEmpty();
  }

  void sent(long number, PeerAddress from, PeerAddress to) {
    Flight flight = new Flight(number, from, to);
    if (add(flight)) {
      open.put(number, flight);
    }
  }

  /// A message of another peer has come in.
  void received(PeerAddress from, PeerAddress to) {
    add(new Flight(null, from, to));
  }

  /// Does nothing when the flight is not shown.
  void delivered(long number) {
    Flight flight = open.remove(number);
    if (flight != null) {
      flight.delivered = true;
    }
  }

  /// Does nothing when the flight is not shown.
  void failed(long number) {
    Flight flight = open.remove(number);
    if (flight != null) {
      flight.failed = true;
    }
  }

  void clear() {
    flights.clear();
    open.clear();
  }

  /// Lets time pass.
  void advance(double seconds) {
    Set<PeerAddress> pulsing = new HashSet<>();
    for (Iterator<Flight> each = flights.iterator(); each.hasNext(); ) {
      Flight flight = each.next();
      flight.advance(seconds);
      // One young pulse round a peer is enough, however many messages reach it.
      boolean young = flight.stage == Stage.ARRIVED && flight.age < PULSE_SECONDS / 2;
      if (flight.isOver() || (young && !pulsing.add(flight.to))) {
        each.remove();
        forget(flight);
      }
    }
  }

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
    if (flight.number != null) {
      open.remove(flight.number);
    }
  }
}
