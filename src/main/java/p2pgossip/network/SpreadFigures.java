package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a spread. Times count from the rumour's birth and leave out pauses: see
/// [SpreadTimes].
///
/// @param reached peers that have heard it, including the origin
/// @param population the number of peers: n
/// @param t50 until half of the population had heard it, rounded up to a whole peer, including the
///     origin; null while fewer have
/// @param t99 until 99 of 100 of the population had, likewise
/// @param tLast until the last peer that has heard it so far heard it
/// @param copies sent in all: m
/// @param copiesPerPeer m/n
/// @param duplicates copies that reached a peer that knew it
/// @param lost copies that never arrived
/// @param redundancy relative message redundancy, m/(reached - 1) - 1: 0 in a perfect tree; NaN
///     while only the origin has heard it (Leitão, Pereira, Rodrigues 2007, "HyParView", and
///     "Epidemic broadcast trees", section 4)
/// @param longestHops of any first copy; 0 while there is none
/// @param meanHops of the first copies, without the origin; NaN while there is none
/// @param copiesToLast of the copies, those sent by the time the last peer heard it: the number of
///     useless copies sent after that depends on how long one waits
/// @param copiesToLastPerPeer those, divided by n
/// @param redundancyToLast as `redundancy`, of those
/// @param busiestTenth the share of the copies that the busiest tenth of the peers has sent, as in
///     [SpreadLoad#busiestTenth]
public record SpreadFigures(
    int reached,
    int population,
    @Nullable Duration t50,
    @Nullable Duration t99,
    Duration tLast,
    long copies,
    double copiesPerPeer,
    long duplicates,
    long lost,
    double redundancy,
    int longestHops,
    double meanHops,
    long copiesToLast,
    double copiesToLastPerPeer,
    double redundancyToLast,
    double busiestTenth) {

  /// The figures of a spread so far.
  ///
  /// The birth is when the origin was first seen to tell the rumour, by the observer's clock. A
  /// peer that is reported to have heard it before that, because clocks differ, heard it at 0.
  public static SpreadFigures of(Spread spread) {
    List<Duration> times = SpreadTimes.of(spread).sinceBirth();
    int reached = times.size();
    int population = spread.population();
    IntSummaryStatistics hops =
        spread.arrivals().values().stream()
            .filter(arrival -> !arrival.peer().equals(spread.rumor().origin()))
            .mapToInt(Arrival::hops)
            .summaryStatistics();
    long copiesToLast = copiesToLast(spread);
    return new SpreadFigures(
        reached,
        population,
        timeOf(times, shareOf(population, 50)),
        timeOf(times, shareOf(population, 99)),
        times.isEmpty() ? Duration.ZERO : times.getLast(),
        spread.copies(),
        population == 0 ? Double.NaN : (double) spread.copies() / population,
        spread.duplicates(),
        spread.lost(),
        reached < 2 ? Double.NaN : (double) spread.copies() / (reached - 1) - 1,
        hops.getCount() == 0 ? 0 : hops.getMax(),
        hops.getCount() == 0 ? Double.NaN : hops.getAverage(),
        copiesToLast,
        population == 0 ? Double.NaN : (double) copiesToLast / population,
        reached < 2 ? Double.NaN : (double) copiesToLast / (reached - 1) - 1,
        SpreadLoad.of(spread).busiestTenth());
  }

  /// Subtracts the later copies, since those are the ones remembered one by one.
  private static long copiesToLast(Spread spread) {
    Instant last = Instant.MIN;
    for (Arrival arrival : spread.arrivals().values()) {
      last = arrival.at().isAfter(last) ? arrival.at() : last;
    }
    long later = 0;
    for (CopyTrip trip : spread.trips()) {
      later += trip.sent().isAfter(last) ? 1 : 0;
    }
    return spread.copies() - later;
  }

  /// That many percent of `population`, rounded up to a whole peer.
  static int shareOf(int population, int percent) {
    return (int) (((long) population * percent + 99) / 100);
  }

  private static @Nullable Duration timeOf(List<Duration> times, int peers) {
    return peers == 0 || times.size() < peers ? null : times.get(peers - 1);
  }
}
