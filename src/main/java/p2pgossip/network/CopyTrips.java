package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.CopyTrip.Fate;

/// The copies of one rumour: combines what the sender and the receiver saw of each, in whatever
/// order they report.
///
/// If both report, the receiver is believed about whether and when it arrived.
final class CopyTrips {

  /// How long the other end may take to report a copy. Longer than the longest delay and the time
  /// limit of a request together; a copy that was not reported by then is lost.
  static final Duration LONGEST = Duration.ofSeconds(75);

  /// Identifies a copy. The sender numbers its copies, so two copies to one receiver differ.
  private record Key(PeerAddress from, long number, PeerAddress to) {}

  /// A copy that may be reported again.
  ///
  /// @param index of its trip, counted from the first ever
  /// @param seen when it was first reported
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
  private final RememberedTrips trips;

  CopyTrips(RumorId rumor) {
    this(rumor, new SharedMap<>(), new RememberedTrips());
  }

  private CopyTrips(RumorId rumor, SharedMap<Key, Open> open, RememberedTrips trips) {
    this.rumor = rumor;
    this.open = open;
    this.trips = trips;
  }

  CopyTrips copy() {
    return new CopyTrips(rumor, open.copy(), trips.copy());
  }

  /// The number of all trips ever, and those that are remembered.
  RememberedTrips remembered() {
    return trips;
  }

  /// No copy will be reported again.
  void giveUp(Instant at) {
    for (Open copy : open.view().values()) {
      trips.lose(copy.index(), at);
    }
    open.clear();
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
    if (known != null && !known.departed() && trips.remember(known.index())) {
      trips.departed(known.index(), at, copy.hops(), periods);
      keep(key, known.onDeparture(inAnswer));
    } else {
      long index =
          trips.add(
              new CopyTrip(
                  serial, rumor, from, to, copy.hops(), at, null, Fate.UNDER_WAY, periods));
      keep(key, new Open(index, at, inAnswer, true, false, false));
    }
  }

  /// @param news whether it was the first copy at `to`
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
      trips.end(known.index(), at, fate);
      keep(key, known.onReception());
    } else {
      // A copy that was sent once but heard twice counts twice: a client repeats a request if its
      // connection turns out to be closed.
      long index =
          trips.add(new CopyTrip(serial, rumor, from, to, copy.hops(), at, at, fate, periods));
      if (known == null) {
        keep(key, new Open(index, at, false, false, false, true));
      }
    }
  }

  /// Without a number, it is taken for the copy that has been in transit the longest.
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
      trips.end(
          known.index(),
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
      trips.end(known.index(), at, Fate.LOST);
    }
    keep(key, known.onAnswer());
  }

  /// A copy in an answer to a peer that is not watched is not reported again.
  void arrivedUnseen(Instant at, PeerAddress from, PeerAddress to, Copy copy) {
    Open known = open.get(new Key(from, copy.number(), to));
    if (known != null && !known.received()) {
      trips.end(known.index(), at, Fate.ARRIVED);
    }
  }

  /// The answer of `from` to `asker` did not arrive, nor did the copies in it.
  boolean unanswered(Instant at, PeerAddress from, PeerAddress asker) {
    boolean any = false;
    for (Map.Entry<Key, Open> entry : open.view().entrySet()) {
      Open copy = entry.getValue();
      if (copy.inAnswer()
          && entry.getKey().from().equals(from)
          && entry.getKey().to().equals(asker)) {
        any |= trips.lose(copy.index(), at);
      }
    }
    return any;
  }

  /// A sender reports nothing more. What it has sent may still arrive.
  boolean senderGone(Instant at, PeerAddress sender) {
    boolean any = false;
    for (Map.Entry<Key, Open> entry : open.view().entrySet()) {
      if (entry.getKey().from().equals(sender)) {
        any |= trips.lose(entry.getValue().index(), at);
      }
    }
    return any;
  }

  /// A sender has restarted and numbers its copies from 1 again.
  void senderBegan(PeerAddress sender) {
    if (open.view().keySet().stream().anyMatch(key -> key.from().equals(sender))) {
      open.edit().keySet().removeIf(key -> key.from().equals(sender));
    }
  }

  /// Gives up copies that have not been reported for too long.
  boolean sweep(Instant now) {
    Instant oldest = now.minus(LONGEST);
    boolean any = false;
    while (open.size() > 0) {
      Map.Entry<Key, Open> entry = open.view().entrySet().iterator().next();
      if (open.size() <= RememberedTrips.MOST && entry.getValue().seen().isAfter(oldest)) {
        break;
      }
      // The limit, not the time at which it is noticed, so that a recording gives the same result.
      Instant limit = entry.getValue().seen().plus(LONGEST);
      any |= trips.lose(entry.getValue().index(), limit.isAfter(now) ? now : limit);
      open.remove(entry.getKey());
    }
    return any;
  }

  /// Hands on each trip that is remembered, in the order in which they were first seen.
  void forEachTrip(TripReceiver receiver) {
    Map<Long, Map.Entry<Key, Open>> unfinished = new HashMap<>();
    open.view().entrySet().forEach(entry -> unfinished.put(entry.getValue().index(), entry));
    long index = trips.first();
    for (CopyTrip trip : trips.all()) {
      Map.Entry<Key, Open> entry = unfinished.get(index++);
      if (entry == null) {
        // Nothing will be matched with it, so any number works that no sender uses.
        receiver.over(trip, Long.MAX_VALUE - trip.serial());
      } else {
        Open it = entry.getValue();
        receiver.unfinished(
            trip,
            entry.getKey().number(),
            it.departed(),
            it.inAnswer(),
            it.answered(),
            it.received());
      }
    }
  }

  /// Receives trips.
  interface TripReceiver {
    void over(CopyTrip trip, long number);

    /// The copy may be reported again.
    void unfinished(
        CopyTrip trip,
        long number,
        boolean departed,
        boolean inAnswer,
        boolean answered,
        boolean received);
  }

  private void keep(Key key, Open copy) {
    if (copy.isOver()) {
      open.remove(key);
    } else {
      open.put(key, copy);
    }
  }
}
