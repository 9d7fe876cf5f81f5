package p2pgossip.network;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The peers that a figure of a spread counts or is reached at. Each answer is immutable.
public final class CountedPeers {

  private static final Comparator<Arrival> IN_TIME =
      Comparator.comparing(Arrival::at).thenComparing(Arrival::peer);

  private CountedPeers() {}

  /// Those that have heard the rumour, the origin included.
  public static Set<PeerAddress> reached(Spread spread) {
    return spread.arrivals().keySet();
  }

  /// The share of the population that heard it first, rounded up to a whole peer, as in
  /// [SpreadFigures].
  ///
  /// @param percent 0 to 100
  /// @return empty while fewer have heard it
  public static Set<PeerAddress> firstToHear(Spread spread, int percent) {
    int wanted = SpreadFigures.shareOf(spread.population(), percent);
    return spread.arrivals().size() < wanted
        ? Set.of()
        : peers(spread.arrivals().values().stream().sorted(IN_TIME).limit(wanted));
  }

  /// The last peer that has heard it so far; empty while only the origin has.
  public static Set<PeerAddress> lastToHear(Spread spread) {
    return spread.arrivals().size() < 2
        ? Set.of()
        : peers(spread.arrivals().values().stream().max(IN_TIME).stream());
  }

  /// Those that got it again after they knew it.
  public static Set<PeerAddress> withDuplicates(Spread spread) {
    return arrivedAt(spread, arrival -> arrival.repeats() > 0);
  }

  /// Those that have sent copies of it.
  public static Set<PeerAddress> senders(Spread spread) {
    return spread.sent().keySet();
  }

  /// The busiest tenth, as in [SpreadLoad#busiestTenth], without peers that have sent nothing.
  public static Set<PeerAddress> busiestTenth(Spread spread) {
    Comparator<PeerAddress> bySent =
        Comparator.comparingLong(peer -> spread.sent().getOrDefault(peer, 0L));
    return spread.sent().keySet().stream()
        .sorted(bySent.reversed().thenComparing(Comparator.naturalOrder()))
        .limit(SpreadLoad.of(spread).tenth())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those that did not get a copy that was sent to them, of the copies that are remembered.
  public static Set<PeerAddress> missedByCopies(Spread spread) {
    return spread.trips().stream()
        .filter(trip -> trip.fate() == CopyTrip.Fate.LOST)
        .map(CopyTrip::to)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those on the way of the first copy that made the most hops, as far back as that is known, both
  /// ends included; of ways of the same length, that of the first to arrive. Empty while there is
  /// no hop.
  public static Set<PeerAddress> longestWay(Spread spread) {
    Set<PeerAddress> way = new LinkedHashSet<>();
    Arrival at =
        spread.arrivals().values().stream()
            .filter(arrival -> arrival.hops() > 0)
            .max(Comparator.comparingInt(Arrival::hops).thenComparing(IN_TIME.reversed()))
            .orElse(null);
    // Peers may contradict one another, so the way could lead back to where it has been.
    while (at != null && way.add(at.peer())) {
      at = bringer(spread, at);
    }
    return Set.copyOf(way);
  }

  private static @Nullable Arrival bringer(Spread spread, Arrival at) {
    PeerAddress from = at.from();
    return from == null ? null : spread.arrivals().get(from);
  }

  private static Set<PeerAddress> arrivedAt(Spread spread, Predicate<Arrival> which) {
    return peers(spread.arrivals().values().stream().filter(which));
  }

  private static Set<PeerAddress> peers(Stream<Arrival> arrivals) {
    return arrivals.map(Arrival::peer).collect(Collectors.toUnmodifiableSet());
  }
}
