package p2pgossip.scenario;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.SpreadTimes;

/// How one rumour spread in one run, whatever carried the run out. Times are counted in periods.
///
/// @param heard when each peer that was reached heard it, ascending; 0 at the origin
/// @param population the number of peers that could hear it
/// @param copiesPerPeer the copies sent by the time that the last peer heard it, or in rounds by
///     the end of its round, divided by the population
public record ScaleTrial(List<Double> heard, int population, double copiesPerPeer) {

  public ScaleTrial {
    heard = List.copyOf(heard);
  }

  /// A run whose peers have their periods at moments of their own.
  ///
  /// @param periodNanos that of all peers
  public static ScaleTrial byTime(Spread spread, double periodNanos) {
    return new ScaleTrial(
        SpreadTimes.of(spread).sinceBirth().stream()
            .map(time -> time.toNanos() / periodNanos)
            .toList(),
        spread.population(),
        SpreadFigures.of(spread).copiesToLastPerPeer());
  }

  /// A run whose peers are in step.
  public static ScaleTrial byRounds(Spread spread) {
    List<Long> rounds =
        spread.arrivals().values().stream().map(arrival -> arrival.periods()).sorted().toList();
    long last = rounds.isEmpty() ? 0 : rounds.getLast();
    long copies =
        spread.trips().stream().map(CopyTrip::periods).filter(round -> round <= last).count();
    return new ScaleTrial(
        rounds.stream().map(Long::doubleValue).toList(),
        spread.population(),
        (double) copies / spread.population());
  }

  /// A run on arrays.
  ///
  /// @param curve how many knew it after each round from 0 on
  public static ScaleTrial ofCurve(int[] curve, int population, double copiesPerPeer) {
    return new ScaleTrial(
        IntStream.range(0, curve.length)
            .boxed()
            .flatMap(
                round ->
                    IntStream.range(round == 0 ? 0 : curve[round - 1], curve[round])
                        .mapToObj(_ -> (double) round))
            .toList(),
        population,
        copiesPerPeer);
  }

  /// When a share of the population had heard it, rounded up to a whole peer; null if fewer ever
  /// did.
  ///
  /// @param percent of the population
  public @Nullable Double time(int percent) {
    int peers = (int) (((long) population * percent + 99) / 100);
    return peers == 0 || peers > heard.size() ? null : heard.get(peers - 1);
  }

  /// When the last peer that was reached heard it.
  public double last() {
    return heard.isEmpty() ? 0 : heard.getLast();
  }

  /// The share that was reached in the end.
  public double reached() {
    return share(Double.POSITIVE_INFINITY);
  }

  /// The share that had heard it by then.
  public double share(double time) {
    int count = 0;
    while (count < heard.size() && heard.get(count) <= time) {
      count++;
    }
    return (double) count / population;
  }
}
