package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.CopyTrip.Fate;

/// The copies of one rumour: joins what the sender and the receiver saw of each, in whatever order that
/// comes in, and counts them.
///
/// Where both speak, the receiver is believed as to whether it arrived, and when.
final class CopyTrips {

  /// Remembered at most; the oldest go.
  static final int MOST = 20_000;

  /// How long the other end may take to speak of a copy. Longer than the longest delay and the time
  /// limit of a request together; what has not been heard of by then is lost.
  static final Duration LONGEST = Duration.ofSeconds(75);

  private static final Comparator<CopyTrip> BY_DEPARTURE =
      Comparator.comparing(CopyTrip::sent).thenComparingLong(CopyTrip::serial);

  /// Names a copy. The sender counts its copies, so that two to one receiver differ too.
  private record Key(PeerAddress from, long number, PeerAddress to) {}

  /// A copy of which more may be heard.
  ///
  /// @param index of its trip, counted from the first ever
  /// @param seen when it was first heard of
  private record Open(
      long index,
      Instant seen,
      boolean inAnswer,
      boolean departed,
      boolean answered,
      boolean received) {

    Open onDeparture(boolean isInAnswer) {
      return new Open(index, seen, isInAnswer, true, answered, received);
    }

    Open onAnswer() {
      return new Open(index, seen, inAnswer, departed, true, received);
    }

    Open onReception() {
      return new Open(index, seen, inAnswer, departed, answered, true);
    }

    boolean isOver() {
      return departed && received && (answered || inAnswer);
    }
  }

  private final RumorId rumor;
  private final SharedMap<Key, Open> open;
  private List<CopyTrip> trips;
  private boolean shared;

  /// The index of the first trip that is still remembered.
  private long first;

  private long copies;
  private long duplicates;
  private long lost;
  private long underWay;

  CopyTrips(RumorId rumor) {
    this(rumor, new SharedMap<>(), new ArrayList<>());
  }

  private CopyTrips(RumorId rumor, SharedMap<Key, Open> open, List<CopyTrip> trips) {
    this.rumor = rumor;
    this.open = open;
    this.trips = trips;
  }

  CopyTrips copy() {
    shared = true;
    CopyTrips copy = new CopyTrips(rumor, open.copy(), trips);
    copy.shared = true;
    copy.first = first;
    copy.copies = copies;
    copy.duplicates = duplicates;
    copy.lost = lost;
    copy.underWay = underWay;
    return copy;
  }

  long copies() {
    return copies;
  }

  long duplicates() {
    return duplicates;
  }

  long lost() {
    return lost;
  }

  /// Whether a copy has set off of which it is not known yet what becomes of it.
  boolean isAnyUnderWay() {
    return underWay > 0;
  }

  /// Nothing more will be heard of any.
  void giveUp(Instant at) {
    for (Open copy : open.view().values()) {
      if (isUnderWay(copy)) {
        end(copy, at, Fate.LOST);
      }
    }
    open.clear();
  }

  /// Those that are remembered, to look at only.
  List<CopyTrip> remembered() {
    return Collections.unmodifiableList(trips);
  }

  /// Those that are remembered, in the order of setting off.
  List<CopyTrip> inOrder() {
    return trips.stream().sorted(BY_DEPARTURE).toList();
  }

  void sent(
      Instant at,
      PeerAddress from,
      PeerAddress to,
      Copy copy,
      boolean inAnswer,
      long periods,
      long serial) {
    sweep(at);
    Key key = new Key(from, copy.number(), to);
    Open known = open.get(key);
    if (known != null && !known.departed() && known.index() >= first) {
      CopyTrip trip = trip(known);
      Instant ended = trip.ended();
      Instant end = ended == null || ended.isBefore(at) ? at : ended;
      put(
          known,
          new CopyTrip(trip.serial(), rumor, from, to, copy.hops(), at, end, trip.fate(), periods));
      keep(key, known.onDeparture(inAnswer));
    } else {
      long index =
          add(
              new CopyTrip(
                  serial, rumor, from, to, copy.hops(), at, null, Fate.UNDER_WAY, periods));
      keep(key, new Open(index, at, inAnswer, true, false, false));
    }
  }

  /// @param news whether it was the first that came to `to`
  void received(
      Instant at,
      PeerAddress from,
      PeerAddress to,
      Copy copy,
      boolean news,
      long periods,
      long serial) {
    Fate fate = news ? Fate.NEWS : Fate.DUPLICATE;
    Key key = keyOf(from, to, copy);
    Open known = open.get(key);
    if (known != null && !known.received()) {
      end(known, at, fate);
      keep(key, known.onReception());
    } else {
      // Heard twice, a copy that was sent once counts twice: a client repeats what it sent on a
      // connection that turned out to be closed.
      long index = add(new CopyTrip(serial, rumor, from, to, copy.hops(), at, at, fate, periods));
      if (known == null) {
        keep(key, new Open(index, at, false, false, false, true));
      }
    }
  }

  /// Without a number, it is taken for the copy that has been under way for the longest.
  private Key keyOf(PeerAddress from, PeerAddress to, Copy copy) {
    if (copy.number() == 0) {
      for (Map.Entry<Key, Open> entry : open.view().entrySet()) {
        Key key = entry.getKey();
        if (key.from().equals(from) && key.to().equals(to) && !entry.getValue().received()) {
          return key;
        }
      }
    }
    return new Key(from, copy.number(), to);
  }

  /// @param at when the sender was answered; the copy arrived half a round trip before
  void delivered(
      Instant at,
      PeerAddress from,
      PeerAddress to,
      Copy copy,
      Hearing hearing,
      Duration roundTrip) {
    Key key = new Key(from, copy.number(), to);
    Open known = open.get(key);
    if (known == null) {
      return;
    }
    if (!known.received()) {
      end(
          known,
          Clocks.arrival(at, roundTrip),
          switch (hearing) {
            case NEWS -> Fate.NEWS;
            case KNOWN -> Fate.DUPLICATE;
            case UNSAID -> Fate.ARRIVED;
          });
    }
    keep(key, known.onAnswer());
  }

  void failed(Instant at, PeerAddress from, PeerAddress to, Copy copy) {
    Key key = new Key(from, copy.number(), to);
    Open known = open.get(key);
    if (known == null) {
      return;
    }
    if (!known.received()) {
      end(known, at, Fate.LOST);
    }
    keep(key, known.onAnswer());
  }

  /// Of a copy in an answer to somebody who is not watched nothing more will be heard.
  void arrivedUnseen(Instant at, PeerAddress from, PeerAddress to, Copy copy) {
    Open known = open.get(new Key(from, copy.number(), to));
    if (known != null && !known.received()) {
      end(known, at, Fate.ARRIVED);
    }
  }

  /// The answer of `from` to `asker` did not come, nor did the copies in it.
  boolean unanswered(Instant at, PeerAddress from, PeerAddress asker) {
    boolean any = false;
    for (Map.Entry<Key, Open> entry : open.view().entrySet()) {
      Open copy = entry.getValue();
      if (copy.inAnswer()
          && entry.getKey().from().equals(from)
          && entry.getKey().to().equals(asker)
          && isUnderWay(copy)) {
        end(copy, at, Fate.LOST);
        any = true;
      }
    }
    return any;
  }

  /// Nothing more will be heard from a sender. What it sent may still arrive.
  boolean senderGone(Instant at, PeerAddress sender) {
    boolean any = false;
    for (Map.Entry<Key, Open> entry : open.view().entrySet()) {
      if (entry.getKey().from().equals(sender) && isUnderWay(entry.getValue())) {
        end(entry.getValue(), at, Fate.LOST);
        any = true;
      }
    }
    return any;
  }

  /// A sender runs anew and counts its copies from 1 again.
  void senderBegan(PeerAddress sender) {
    if (open.view().keySet().stream().anyMatch(key -> key.from().equals(sender))) {
      open.edit().keySet().removeIf(key -> key.from().equals(sender));
    }
  }

  /// Gives up those of which nothing was heard for too long.
  boolean sweep(Instant now) {
    Instant oldest = now.minus(LONGEST);
    boolean any = false;
    while (open.size() > 0) {
      Map.Entry<Key, Open> entry = open.view().entrySet().iterator().next();
      if (open.size() <= MOST && entry.getValue().seen().isAfter(oldest)) {
        break;
      }
      if (isUnderWay(entry.getValue())) {
        // Whenever it is noticed, so that a recording comes to the same.
        Instant limit = entry.getValue().seen().plus(LONGEST);
        end(entry.getValue(), limit.isAfter(now) ? now : limit, Fate.LOST);
        any = true;
      }
      open.remove(entry.getKey());
    }
    return any;
  }

  /// Hands on each trip that is remembered, in the order in which they were first seen.
  void retell(Teller teller) {
    Map<Long, Map.Entry<Key, Open>> unfinished = new HashMap<>();
    open.view().entrySet().forEach(entry -> unfinished.put(entry.getValue().index(), entry));
    for (int slot = 0; slot < trips.size(); slot++) {
      CopyTrip trip = trips.get(slot);
      Map.Entry<Key, Open> entry = unfinished.get(first + slot);
      if (entry == null) {
        // Nothing more is to be joined to it, so any number serves that no sender will use.
        teller.over(trip, Long.MAX_VALUE - trip.serial());
      } else {
        Open it = entry.getValue();
        teller.unfinished(
            trip,
            entry.getKey().number(),
            it.departed(),
            it.inAnswer(),
            it.answered(),
            it.received());
      }
    }
  }

  /// Hears of trips.
  interface Teller {
    void over(CopyTrip trip, long number);

    /// More may be heard of it.
    void unfinished(
        CopyTrip trip,
        long number,
        boolean departed,
        boolean inAnswer,
        boolean answered,
        boolean received);
  }

  private boolean isUnderWay(Open copy) {
    return copy.index() >= first && trip(copy).fate() == Fate.UNDER_WAY;
  }

  private void keep(Key key, Open copy) {
    if (copy.isOver()) {
      open.remove(key);
    } else {
      open.put(key, copy);
    }
  }

  private long add(CopyTrip trip) {
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
    count(trip.fate(), 1);
    return first + trips.size() - 1;
  }

  private void end(Open copy, Instant at, Fate fate) {
    if (copy.index() < first) {
      return;
    }
    CopyTrip trip = trip(copy);
    Instant ended = at.isBefore(trip.sent()) ? trip.sent() : at;
    put(
        copy,
        new CopyTrip(
            trip.serial(),
            rumor,
            trip.from(),
            trip.to(),
            trip.hops(),
            trip.sent(),
            ended,
            fate,
            trip.periods()));
  }

  private CopyTrip trip(Open copy) {
    return trips.get((int) (copy.index() - first));
  }

  private void put(Open copy, CopyTrip trip) {
    int slot = (int) (copy.index() - first);
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
