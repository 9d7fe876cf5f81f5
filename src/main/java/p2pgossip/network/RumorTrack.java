package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;

/// What was seen of one rumour: which peers have heard it, and each copy's way.
final class RumorTrack {

  private static final int MOST_ARRIVALS = 2_000;

  /// @param firsthand whether the peer said so itself
  /// @param spreading the settings under which it keeps it; null if it has not shown them
  record Heard(Arrival arrival, boolean firsthand, @Nullable Spreading spreading) {}

  private final Rumor rumor;

  /// The first peer that reported it.
  private final PeerAddress introducedBy;

  private final Instant firstSeen;
  private final RumorId key;
  private final SharedMap<PeerAddress, Heard> heard;

  /// Peers that were there at any moment of its spread, as far as seen.
  private final SharedMap<PeerAddress, Boolean> population;

  private final CopyTrips trips;

  /// Copies from unknown senders, and how many of them were duplicates.
  private long fromUnknown;

  private long duplicatesFromUnknown;

  private Conditions conditions;

  /// When anything was last seen of it.
  private Instant lastSeen;

  /// When something last changed that decides whether it is carried.
  private Instant carriersChangedAt;

  /// Whether it was carried after that change.
  private boolean carried;

  private @Nullable Ending ending;
  private @Nullable Spread spread;

  /// @param key that identifies it
  RumorTrack(
      Rumor rumor,
      RumorId key,
      PeerAddress introducedBy,
      Instant firstSeen,
      Conditions conditions) {
    this(
        rumor,
        key,
        introducedBy,
        firstSeen,
        new SharedMap<>(),
        new SharedMap<>(),
        new CopyTrips(key));
    this.conditions = conditions;
  }

  /// A rumour in an earlier state.
  RumorTrack(Spread known, Collection<PeerAddress> population) {
    this(
        known.rumor(),
        known.key(),
        known.rumor().origin(),
        known.rumor().born(),
        known.conditions());
    add(population);
    ending = known.ending();
    if (ending != null) {
      known.arrivals().forEach((peer, it) -> heard.put(peer, new Heard(it, true, null)));
      spread = known;
    }
  }

  private RumorTrack(
      Rumor rumor,
      RumorId key,
      PeerAddress introducedBy,
      Instant firstSeen,
      SharedMap<PeerAddress, Heard> heard,
      SharedMap<PeerAddress, Boolean> population,
      CopyTrips trips) {
    this.rumor = rumor;
    this.key = key;
    this.introducedBy = introducedBy;
    this.firstSeen = firstSeen;
    this.heard = heard;
    this.population = population;
    this.trips = trips;
    this.conditions = Conditions.UNKNOWN;
    this.lastSeen = firstSeen;
    this.carriersChangedAt = firstSeen;
  }

  RumorTrack copy() {
    RumorTrack copy =
        new RumorTrack(
            rumor, key, introducedBy, firstSeen, heard.copy(), population.copy(), trips.copy());
    copy.fromUnknown = fromUnknown;
    copy.duplicatesFromUnknown = duplicatesFromUnknown;
    copy.conditions = conditions;
    copy.lastSeen = lastSeen;
    copy.carriersChangedAt = carriersChangedAt;
    copy.carried = carried;
    copy.ending = ending;
    copy.spread = spread;
    return copy;
  }

  Rumor rumor() {
    return rumor;
  }

  /// Identifies it: its own id, unless another rumour with that id was told before.
  RumorId key() {
    return key;
  }

  PeerAddress introducedBy() {
    return introducedBy;
  }

  /// How a peer heard it, in its own words; null if it has not said.
  @Nullable Arrival firsthand(PeerAddress peer) {
    Heard it = heard.get(peer);
    return it != null && it.firsthand() ? it.arrival() : null;
  }

  /// To be changed by what the peers of a copy report; [#touch] must follow.
  CopyTrips trips() {
    return trips;
  }

  /// Something was seen of it.
  void touch(Instant at) {
    spread = null;
    lastSeen = at.isAfter(lastSeen) ? at : lastSeen;
    carriersChanged(at);
  }

  /// Something may have changed that decides whether it is carried.
  void carriersChanged(Instant at) {
    carriersChangedAt = at.isAfter(carriersChangedAt) ? at : carriersChangedAt;
    carried = false;
  }

  /// Whether it is over: nothing of it changes any more.
  boolean isOver() {
    return ending != null;
  }

  /// When it is over, if nothing changes; null if it is carried or that is not known.
  @Nullable Instant overAt(Duration settling, Carriers carriers, Instant now) {
    Instant settled = lastSeen.plus(settling);
    if (isOver() || carried || settled.isAfter(now)) {
      return null;
    }
    carried = trips.remembered().isAnyUnderWay() || carriers.carry(this);
    return carried ? null : settled.isAfter(carriersChangedAt) ? settled : carriersChangedAt;
  }

  /// Nothing of it changes any more.
  void end(Ending how) {
    if (ending == null) {
      spread = null;
      ending = how;
    }
  }

  Conditions conditions() {
    return conditions;
  }

  void setConditions(Conditions newConditions) {
    if (!newConditions.equals(conditions)) {
      conditions = newConditions;
      spread = null;
    }
  }

  boolean isOfPopulation(PeerAddress peer) {
    return population.has(peer);
  }

  /// Read only, as [#heard].
  Set<PeerAddress> population() {
    return population.view().keySet();
  }

  /// These are present while it spreads.
  void add(Collection<PeerAddress> peers) {
    for (PeerAddress peer : peers) {
      if (!population.has(peer) && population.size() < MOST_ARRIVALS) {
        population.put(peer, true);
        spread = null;
        carried = false;
      }
    }
  }

  /// The peers that have heard it; read only, and only until the next change.
  Map<PeerAddress, Heard> heard() {
    return heard.view();
  }

  /// Its birth by the observer's clock: when its origin was seen to tell it, or else as the rumour
  /// says, but not after it was first seen.
  Instant birth() {
    Heard origin = heard.get(rumor.origin());
    if (origin != null) {
      return origin.arrival().at();
    }
    return rumor.born().isAfter(firstSeen) ? firstSeen : rumor.born();
  }

  /// A peer reports that it has heard it for the first time.
  ///
  /// @param spreading the settings under which it keeps it; null if it has not shown them
  void arrived(Arrival arrival, @Nullable Spreading spreading) {
    Heard before = heard.get(arrival.peer());
    if (before == null || !before.firsthand()) {
      keep(arrival, true, spreading);
    } else if (arrival.at().isBefore(before.arrival().at())) {
      // What was known so far was a copy that came after this one.
      keep(withRepeats(arrival, before.arrival().repeats() + 1), true, spreading);
    } else {
      // Heard again after it was forgotten, or reported twice: the first time counts.
      spreads(arrival.peer(), true);
    }
  }

  /// A peer that does not report for itself was told it.
  void toldUnseen(Arrival arrival, Hearing hearing) {
    Heard before = heard.get(arrival.peer());
    if (before == null) {
      keep(arrival, false, null);
    } else if (!before.firsthand() && hearing != Hearing.NEWS) {
      keep(withRepeats(before.arrival(), before.arrival().repeats() + 1), false, null);
    }
  }

  /// A peer reports that it has heard it once more.
  void repeated(Arrival ifUnheard, @Nullable Spreading spreading) {
    Heard before = heard.get(ifUnheard.peer());
    if (before == null) {
      keep(ifUnheard, true, spreading);
    } else {
      keep(
          withRepeats(before.arrival(), before.arrival().repeats() + 1),
          before.firsthand(),
          before.spreading());
    }
  }

  /// A peer shows all that it knows of it.
  ///
  /// @param at when it heard it, by the observer's clock
  /// @param periods since the birth
  /// @param spreading its present settings, taken for those under which it keeps it if these are
  ///     not known
  void shown(
      PeerAddress peer, HeardRumor known, Instant at, long periods, @Nullable Spreading spreading) {
    Heard before = heard.get(peer);
    Arrival arrival =
        before != null && before.firsthand()
            ? before.arrival()
            : new Arrival(peer, known.from(), at, known.hops(), periods, 0, true);
    keep(
        new Arrival(
            peer,
            arrival.from(),
            arrival.at(),
            arrival.hops(),
            arrival.periods(),
            Math.max(arrival.repeats(), known.repeats()),
            known.spreading()),
        true,
        before != null && before.spreading() != null ? before.spreading() : spreading);
  }

  /// A peer passes it on, or no longer does.
  void spreads(PeerAddress peer, boolean spreading) {
    Heard before = heard.get(peer);
    if (before != null && before.arrival().spreading() != spreading) {
      Arrival it = before.arrival();
      keep(
          new Arrival(
              it.peer(), it.from(), it.at(), it.hops(), it.periods(), it.repeats(), spreading),
          before.firsthand(),
          before.spreading());
    }
  }

  private static Arrival withRepeats(Arrival it, long repeats) {
    return new Arrival(
        it.peer(), it.from(), it.at(), it.hops(), it.periods(), repeats, it.spreading());
  }

  private void keep(Arrival arrival, boolean firsthand, @Nullable Spreading spreading) {
    if (heard.has(arrival.peer()) || heard.size() < MOST_ARRIVALS) {
      heard.put(arrival.peer(), new Heard(arrival, firsthand, spreading));
      spread = null;
    }
  }

  /// A copy came from an unknown sender.
  void receivedFromUnknown(boolean news) {
    fromUnknown++;
    duplicatesFromUnknown += news ? 0 : 1;
    spread = null;
  }

  /// The spread so far. The same object as the last time if nothing has changed.
  Spread spread() {
    Spread known = spread;
    if (known == null) {
      known = reckon();
      spread = known;
    }
    return known;
  }

  private Spread reckon() {
    Map<PeerAddress, Arrival> arrivals = new HashMap<>();
    heard.view().forEach((peer, it) -> arrivals.put(peer, it.arrival()));
    arrivals.computeIfAbsent(
        rumor.origin(), origin -> new Arrival(origin, null, birth(), 0, 0, 0, true));
    List<CopyTrip> inOrder = trips.remembered().inOrder();
    return new Spread(
        rumor,
        key,
        arrivals,
        size(),
        inOrder,
        trips.remembered().copies() + fromUnknown,
        trips.remembered().duplicates() + duplicatesFromUnknown,
        trips.remembered().lost(),
        trips.remembered().sent(),
        conditions.until(lastMove(arrivals.values(), inOrder)),
        ending);
  }

  /// When it was last heard, or a copy was sent, arrived or was lost.
  private static Instant lastMove(Collection<Arrival> arrivals, List<CopyTrip> trips) {
    Instant last = Instant.MIN;
    for (Arrival arrival : arrivals) {
      last = arrival.at().isAfter(last) ? arrival.at() : last;
    }
    for (CopyTrip trip : trips) {
      Instant ended = trip.ended();
      Instant moved = ended == null ? trip.sent() : ended;
      last = moved.isAfter(last) ? moved : last;
    }
    return last;
  }

  int reached() {
    return heard.size() + (heard.has(rumor.origin()) ? 0 : 1);
  }

  /// The number of peers that are or were present while it spread or have heard it, including its
  /// origin.
  int size() {
    int all = population.size();
    for (PeerAddress peer : heard.view().keySet()) {
      all += population.has(peer) ? 0 : 1;
    }
    boolean originCounted = population.has(rumor.origin()) || heard.has(rumor.origin());
    return originCounted ? all : all + 1;
  }

  RumorSummary summary() {
    return new RumorSummary(rumor, key, reached(), size(), conditions, isOver());
  }
}
