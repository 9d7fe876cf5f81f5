package p2pgossip.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The course of a spread: coverage by time and by periods.
///
/// @param population the number of peers: n
/// @param steps in the order of time, the first at 0; one for each moment at which the rumour was
///     heard for the first time or again. Between two steps, the values of the earlier hold
/// @param rounds one for each period from 0 to the last in which it was heard, without gaps
public record SpreadCurve(int population, List<Step> steps, List<Round> rounds) {

  /// Later periods are counted in the last of these.
  public static final int MOST_ROUNDS = 10_000;

  public SpreadCurve {
    steps = List.copyOf(steps);
    rounds = List.copyOf(rounds);
  }

  /// @param sinceBirth of the rumour, as in [SpreadFigures#of]
  /// @param reached peers that had heard it by then, including the origin
  /// @param duplicates copies that had reached a peer that knew it by then. Those that are no
  ///     longer remembered one by one, or came from unknown senders, count from the start
  public record Step(Duration sinceBirth, int reached, long duplicates) {}

  /// @param period how many periods had begun since the birth. Each peer counts its own, since
  ///     peers have no common time; if all keep step, these are the rounds of the literature. 0:
  ///     before the first
  /// @param hearers peers that heard it for the first time in this period of theirs
  /// @param reached peers that had heard it by its end
  /// @param duplicates copies, sent in this period of their sender's, that reached a peer that knew
  ///     it; those that are no longer remembered are not included
  public record Round(int period, int hearers, int reached, long duplicates) {}

  /// The curve of a spread so far.
  public static SpreadCurve of(Spread spread) {
    return new SpreadCurve(spread.population(), steps(spread), rounds(spread));
  }

  private static List<Step> steps(Spread spread) {
    SpreadTimes times = SpreadTimes.of(spread);
    Map<Duration, Counts> at = new TreeMap<>();
    times.sinceBirth().forEach(time -> at.merge(time, Counts.HEARER, Counts::plus));
    long remembered = 0;
    for (CopyTrip trip : spread.trips()) {
      if (trip.fate() == CopyTrip.Fate.DUPLICATE && trip.ended() != null) {
        at.merge(times.since(trip.ended()), Counts.REPEAT, Counts::plus);
        remembered++;
      }
    }
    int reached = 0;
    long duplicates = Math.max(0, spread.duplicates() - remembered);
    List<Step> steps = new ArrayList<>(at.size());
    for (Map.Entry<Duration, Counts> moment : at.entrySet()) {
      reached += moment.getValue().hearers();
      duplicates += moment.getValue().repeats();
      steps.add(new Step(moment.getKey(), reached, duplicates));
    }
    return steps;
  }

  private static List<Round> rounds(Spread spread) {
    TreeMap<Integer, Counts> in = new TreeMap<>();
    for (Arrival arrival : spread.arrivals().values()) {
      in.merge(round(arrival.periods()), Counts.HEARER, Counts::plus);
    }
    for (CopyTrip trip : spread.trips()) {
      if (trip.fate() == CopyTrip.Fate.DUPLICATE) {
        in.merge(round(trip.periods()), Counts.REPEAT, Counts::plus);
      }
    }
    int reached = 0;
    List<Round> rounds = new ArrayList<>();
    int last = in.isEmpty() ? -1 : in.lastKey();
    for (int period = 0; period <= last; period++) {
      Counts counts = in.getOrDefault(period, Counts.NONE);
      reached += counts.hearers();
      rounds.add(new Round(period, counts.hearers(), reached, counts.repeats()));
    }
    return rounds;
  }

  private static int round(long periods) {
    return Math.clamp(periods, 0, MOST_ROUNDS - 1);
  }

  private record Counts(int hearers, long repeats) {
    static final Counts NONE = new Counts(0, 0);
    static final Counts HEARER = new Counts(1, 0);
    static final Counts REPEAT = new Counts(0, 1);

    Counts plus(Counts other) {
      return new Counts(hearers + other.hearers, repeats + other.repeats);
    }
  }
}
