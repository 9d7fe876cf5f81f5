package p2pgossip.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.CopyTrip.Fate;

/// The trips of one rumour's copies in the order in which they were first seen, numbered from 0,
/// and how many there were of each kind. Beyond [#MOST] the oldest are forgotten but stay counted,
/// except those that may be reported again.
///
/// A copy of it shares the list with it until either of them changes.
final class RememberedTrips {

  /// The most that are remembered; the oldest are dropped.
  static final int MOST = 20_000;

  private static final Comparator<CopyTrip> BY_DEPARTURE =
      Comparator.comparing(CopyTrip::sent).thenComparingLong(CopyTrip::serial);

  private List<CopyTrip> trips = new ArrayList<>();
  private boolean shared;

  /// The index of the first trip that is still remembered.
  private long first;

  private long copies;
  private long duplicates;
  private long lost;
  private long underWay;

  /// How many each peer has sent, also of those that are forgotten.
  private SharedMap<PeerAddress, Long> sent = new SharedMap<>();

  RememberedTrips copy() {
    shared = true;
    RememberedTrips copy = new RememberedTrips();
    copy.trips = trips;
    copy.shared = true;
    copy.first = first;
    copy.copies = copies;
    copy.duplicates = duplicates;
    copy.lost = lost;
    copy.underWay = underWay;
    copy.sent = sent.copy();
    return copy;
  }

  /// The number of all trips ever.
  long copies() {
    return copies;
  }

  /// How many each peer has sent.
  Map<PeerAddress, Long> sent() {
    return sent.view();
  }

  long duplicates() {
    return duplicates;
  }

  long lost() {
    return lost;
  }

  /// Whether a copy has been sent whose outcome is not known yet.
  boolean isAnyUnderWay() {
    return underWay > 0;
  }

  /// The index of the first in [#all].
  long first() {
    return first;
  }

  /// Those that are remembered; read only.
  List<CopyTrip> all() {
    return Collections.unmodifiableList(trips);
  }

  /// Those that are remembered, in the order of sending.
  List<CopyTrip> inOrder() {
    return trips.stream().sorted(BY_DEPARTURE).toList();
  }

  /// Whether the trip with this index is still remembered.
  boolean remember(long index) {
    return index >= first;
  }

  /// @return its index
  long add(CopyTrip trip) {
    if (trips.size() >= MOST) {
      trips.subList(0, MOST / 10).stream()
          .filter(it -> it.fate() == Fate.UNDER_WAY)
          .forEach(_ -> underWay--);
      trips = new ArrayList<>(trips.subList(MOST / 10, trips.size()));
      shared = false;
      first += MOST / 10;
    }
    edit().add(trip);
    copies++;
    sent.edit().merge(trip.from(), 1L, Long::sum);
    count(trip.fate(), 1);
    return first + trips.size() - 1;
  }

  /// The sender reports the sending of a trip whose arrival was reported first; it is remembered.
  void departed(long index, Instant at, int hops, long periods) {
    put(index, get(index).sentAt(at, hops, periods));
  }

  /// Sets the outcome, unless the trip is forgotten.
  void end(long index, Instant at, Fate fate) {
    if (!remember(index)) {
      return;
    }
    put(index, get(index).endedAt(at, fate));
  }

  /// Marks it as lost if it is still in transit.
  ///
  /// @return whether it was
  boolean lose(long index, Instant at) {
    if (!remember(index) || get(index).fate() != Fate.UNDER_WAY) {
      return false;
    }
    end(index, at, Fate.LOST);
    return true;
  }

  private CopyTrip get(long index) {
    return trips.get((int) (index - first));
  }

  private void put(long index, CopyTrip trip) {
    int slot = (int) (index - first);
    count(edit().set(slot, trip).fate(), -1);
    count(trip.fate(), 1);
  }

  private List<CopyTrip> edit() {
    if (shared) {
      trips = new ArrayList<>(trips);
      shared = false;
    }
    return trips;
  }

  private void count(Fate fate, int change) {
    switch (fate) {
      case DUPLICATE -> duplicates += change;
      case LOST -> lost += change;
      case UNDER_WAY -> underWay += change;
      case NEWS, ARRIVED -> {}
    }
  }
}
