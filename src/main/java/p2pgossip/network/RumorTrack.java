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

/// What was seen of one rumour: who has heard it, and each copy's way.
final class RumorTrack {

  private static final int MOST_ARRIVALS = 2_000;

  /// @param firsthand whether the peer said so itself
  /// @param spreading the settings under which it keeps it; null where it has not shown them
  record Heard(Arrival arrival, boolean firsthand, @Nullable Spreading spreading) {}

  private final Rumor rumor;

  /// Who was the first to speak of it.
  private final PeerAddress introducedBy;

  private final Instant firstSeen;
  private final RumorId key;
  private final SharedMap<PeerAddress, Heard> heard;

  /// Who was there at any moment of its spread, as far as it was seen.
  private final SharedMap<PeerAddress, Boolean> population;

  private final CopyTrips trips;

  /// Copies that came from nobody knows whom, and how many of them were news to nobody.
  private long loose;

  private long looseDuplicates;

  private Conditions conditions;

  /// When anything was last seen of it.
  private Instant lastSeen;

  /// When that changed on which it depends whether it is carried.
  private Instant stirred;

  /// Whether it was carried still after the last change of that.
  private boolean carried;

  private @Nullable Ending ending;
  private @Nullable Spread spread;

  /// @param key by which it is asked for
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

  /// One that is known as it was at a certain moment.
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
    this.stirred = firstSeen;
  }

  RumorTrack copy() {
    RumorTrack copy =
        new RumorTrack(
            rumor, key, introducedBy, firstSeen, heard.copy(), population.copy(), trips.copy());
    copy.loose = loose;
    copy.looseDuplicates = looseDuplicates;
    copy.conditions = conditions;
    copy.lastSeen = lastSeen;
    copy.stirred = stirred;
    copy.carried = carried;
    copy.ending = ending;
    copy.spread = spread;
    return copy;
  }

  Rumor rumor() {
    return rumor;
  }

  /// By which it is asked for: its own id, unless another of that id was told before.
  RumorId key() {
    return key;
  }

  PeerAddress introducedBy() {
    return introducedBy;
  }

  /// How a peer heard it, as it says itself; null where it has not said.
  @Nullable Arrival firsthand(PeerAddress peer) {
    Heard it = heard.get(peer);
    return it != null && it.firsthand() ? it.arrival() : null;
  }

  /// To be changed by what the peers of a copy saw of it; to be followed by [#touch].
  CopyTrips trips() {
    return trips;
  }

  /// Something was seen of it.
  void touch(Instant at) {
    spread = null;
    lastSeen = at.isAfter(lastSeen) ? at : lastSeen;
    stir(at);
  }

  /// That may have changed on which it depends whether it is carried.
  void stir(Instant at) {
    stirred = at.isAfter(stirred) ? at : stirred;
    carried = false;
  }

  /// Whether it is over: nothing of it changes any more.
  boolean isOver() {
    return ending != null;
  }

  /// When it is over, if nothing carries it as things stand; null where that is not known to be so.
  @Nullable Instant overAt(Duration settling, Carriers carriers, Instant now) {
    Instant settled = lastSeen.plus(settling);
    if (isOver() || carried || settled.isAfter(now)) {
      return null;
    }
    carried = trips.remembered().isAnyUnderWay() || carriers.carry(this);
    return carried ? null : settled.isAfter(stirred) ? settled : stirred;
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

  /// To look at only, as [#heard].
  Set<PeerAddress> population() {
    return population.view().keySet();
  }

  /// These are there while it spreads.
  void add(Collection<PeerAddress> peers) {
    for (PeerAddress peer : peers) {
      if (!population.has(peer) && population.size() < MOST_ARRIVALS) {
        population.put(peer, true);
        spread = null;
        carried = false;
      }
    }
  }

  /// Who has heard it, to look at only, and not longer than until the next change.
  Map<PeerAddress, Heard> heard() {
    return heard.view();
  }

  /// When it began, by the clock of whoever watches: as its origin was seen to tell it, or else as
  /// the rumour says itself, but not after it was first heard of.
  Instant birth() {
    Heard origin = heard.get(rumor.origin());
    if (origin != null) {
      return origin.arrival().at();
    }
    return rumor.born().isAfter(firstSeen) ? firstSeen : rumor.born();
  }

  /// A peer says that it has heard it for the first time.
  ///
  /// @param spreading the settings under which it keeps it; null where it has not shown them
  void arrived(Arrival arrival, @Nullable Spreading spreading) {
    Heard before = heard.get(arrival.peer());
    if (before == null || !before.firsthand()) {
      keep(arrival, true, spreading);
    } else if (arrival.at().isBefore(before.arrival().at())) {
      // What is known of so far was a copy that came after this one.
      keep(withRepeats(arrival, before.arrival().repeats() + 1), true, spreading);
    } else {
      // Heard again after it was forgotten, or told twice: the first time counts.
      spreads(arrival.peer(), true);
    }
  }

  /// A peer that does not speak for itself was told it.
  void toldUnseen(Arrival arrival, Hearing hearing) {
    Heard before = heard.get(arrival.peer());
    if (before == null) {
      keep(arrival, false, null);
    } else if (!before.firsthand() && hearing != Hearing.NEWS) {
      keep(withRepeats(before.arrival(), before.arrival().repeats() + 1), false, null);
    }
  }

  /// A peer says that it has heard it once more.
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
  /// @param at when it heard it, by the clock of whoever watches
  /// @param periods since the birth
  /// @param spreading the settings that it has now, taken for those under which it keeps it where
  ///     they are not known
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

  /// A peer passes it on, or does so no longer.
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

  /// A copy came in from nobody knows whom.
  void cameFromNowhere(boolean news) {
    loose++;
    looseDuplicates += news ? 0 : 1;
    spread = null;
  }

  /// How far it has come. The same object as the last time while nothing has changed.
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
        trips.remembered().copies() + loose,
        trips.remembered().duplicates() + looseDuplicates,
        trips.remembered().lost(),
        conditions.until(lastMove(arrivals.values(), inOrder)),
        ending);
  }

  /// When it was last heard, or a copy set off or came to its end.
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

  /// Peers that are or were there while it spread, and those that have heard it, its origin among
  /// them.
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
