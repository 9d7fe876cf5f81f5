package p2pgossip.network;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Rumor;

/// What was seen of one rumour: who has heard it, and each copy's way.
final class RumorTrack {

  private static final int MOST_ARRIVALS = 2_000;

  /// @param firsthand whether the peer said so itself
  private record Heard(Arrival arrival, boolean firsthand) {}

  private final Rumor rumor;

  /// Who was the first to speak of it.
  private final PeerAddress introducedBy;

  private final Instant firstSeen;
  private final SharedMap<PeerAddress, Heard> heard;
  private final CopyTrips trips;

  /// Copies that came from nobody knows whom, and how many of them were news to nobody.
  private long loose;

  private long looseDuplicates;

  private @Nullable Spread spread;

  RumorTrack(Rumor rumor, PeerAddress introducedBy, Instant firstSeen) {
    this(rumor, introducedBy, firstSeen, new SharedMap<>(), new CopyTrips(rumor.id()));
  }

  private RumorTrack(
      Rumor rumor,
      PeerAddress introducedBy,
      Instant firstSeen,
      SharedMap<PeerAddress, Heard> heard,
      CopyTrips trips) {
    this.rumor = rumor;
    this.introducedBy = introducedBy;
    this.firstSeen = firstSeen;
    this.heard = heard;
    this.trips = trips;
  }

  RumorTrack copy() {
    RumorTrack copy = new RumorTrack(rumor, introducedBy, firstSeen, heard.copy(), trips.copy());
    copy.loose = loose;
    copy.looseDuplicates = looseDuplicates;
    copy.spread = spread;
    return copy;
  }

  Rumor rumor() {
    return rumor;
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

  void touch() {
    spread = null;
  }

  /// When it began, by the clock of whoever watches: as its origin was seen to tell it, or else as the
  /// rumour says itself, but not after it was first heard of.
  Instant birth() {
    Heard origin = heard.get(rumor.origin());
    if (origin != null) {
      return origin.arrival().at();
    }
    return rumor.born().isAfter(firstSeen) ? firstSeen : rumor.born();
  }

  /// A peer says that it has heard it for the first time.
  void arrived(Arrival arrival) {
    Heard before = heard.get(arrival.peer());
    if (before == null || !before.firsthand()) {
      keep(arrival, true);
    } else if (arrival.at().isBefore(before.arrival().at())) {
      // What is known of so far was a copy that came after this one.
      keep(withRepeats(arrival, before.arrival().repeats() + 1), true);
    } else {
      // Heard again after it was forgotten, or told twice: the first time counts.
      spreads(arrival.peer(), true);
    }
  }

  /// A peer that does not speak for itself was told it.
  void toldUnseen(Arrival arrival, Hearing hearing) {
    Heard before = heard.get(arrival.peer());
    if (before == null) {
      keep(arrival, false);
    } else if (!before.firsthand() && hearing != Hearing.NEWS) {
      keep(withRepeats(before.arrival(), before.arrival().repeats() + 1), false);
    }
  }

  /// A peer says that it has heard it once more.
  void repeated(Arrival ifUnheard) {
    Heard before = heard.get(ifUnheard.peer());
    if (before == null) {
      keep(ifUnheard, true);
    } else {
      keep(withRepeats(before.arrival(), before.arrival().repeats() + 1), before.firsthand());
    }
  }

  /// A peer shows all that it knows of it.
  ///
  /// @param at when it heard it, by the clock of whoever watches
  /// @param periods since the birth
  void shown(PeerAddress peer, HeardRumor known, Instant at, long periods) {
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
        true);
  }

  /// A peer passes it on, or does so no longer.
  void spreads(PeerAddress peer, boolean spreading) {
    Heard before = heard.get(peer);
    if (before != null && before.arrival().spreading() != spreading) {
      Arrival it = before.arrival();
      keep(
          new Arrival(
              it.peer(), it.from(), it.at(), it.hops(), it.periods(), it.repeats(), spreading),
          before.firsthand());
    }
  }

  private static Arrival withRepeats(Arrival it, long repeats) {
    return new Arrival(
        it.peer(), it.from(), it.at(), it.hops(), it.periods(), repeats, it.spreading());
  }

  private void keep(Arrival arrival, boolean firsthand) {
    if (heard.has(arrival.peer()) || heard.size() < MOST_ARRIVALS) {
      heard.put(arrival.peer(), new Heard(arrival, firsthand));
      touch();
    }
  }

  /// A copy came in from nobody knows whom.
  void cameFromNowhere(boolean news) {
    loose++;
    looseDuplicates += news ? 0 : 1;
    touch();
  }

  Spread spread(Population population) {
    Spread known = spread;
    int all = population.at(birth(), heard.view().keySet(), rumor.origin());
    if (known != null && known.population() == all) {
      return known;
    }
    Map<PeerAddress, Arrival> arrivals = new HashMap<>();
    heard.view().forEach((peer, it) -> arrivals.put(peer, it.arrival()));
    arrivals.computeIfAbsent(
        rumor.origin(), origin -> new Arrival(origin, null, birth(), 0, 0, 0, true));
    Spread fresh =
        new Spread(
            rumor,
            arrivals,
            all,
            known != null ? known.trips() : trips.inOrder(),
            trips.copies() + loose,
            trips.duplicates() + looseDuplicates,
            trips.lost());
    spread = fresh;
    return fresh;
  }

  int reached() {
    return heard.size() + (heard.has(rumor.origin()) ? 0 : 1);
  }

  int population(Population population) {
    return population.at(birth(), heard.view().keySet(), rumor.origin());
  }
}
