package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The times of a spread, counted from the rumour's birth without its pauses, unless a copy was in
/// transit in them.
///
/// @param birth as in [SpreadFigures#of]
/// @param sinceBirth ascending, one for each peer that was reached
/// @param still times that do not count, in order, without overlaps
public record SpreadTimes(Instant birth, List<Duration> sinceBirth, List<Still> still) {

  private static final Comparator<CopyTrip> BY_DEPARTURE = Comparator.comparing(CopyTrip::sent);

  /// A time that does not count.
  ///
  /// @param until later than `from`
  public record Still(Instant from, Instant until) {}

  public SpreadTimes {
    sinceBirth = List.copyOf(sinceBirth);
    still = List.copyOf(still);
  }

  public static SpreadTimes of(Spread spread) {
    Arrival origin = spread.arrivals().get(spread.rumor().origin());
    Instant birth = origin != null ? origin.at() : spread.rumor().born();
    List<Still> still = still(spread);
    return new SpreadTimes(
        birth,
        spread.arrivals().values().stream()
            .map(arrival -> since(birth, arrival.at(), still))
            .sorted()
            .toList(),
        still);
  }

  /// For the conditions in a list of rumours; copies in transit during a pause are not taken into
  /// account.
  public static SpreadTimes of(RumorSummary summary) {
    List<Conditions.InForce> settings = summary.conditions().settings();
    Instant birth = settings.isEmpty() ? summary.rumor().born() : settings.getFirst().from();
    return new SpreadTimes(birth, List.of(), still(summary.conditions().pauses(), List.of()));
  }

  private static List<Still> still(Spread spread) {
    List<Conditions.Pause> pauses = spread.conditions().pauses();
    return pauses.isEmpty()
        ? List.of()
        : still(pauses, spread.trips().stream().sorted(BY_DEPARTURE).toList());
  }

  private static List<Still> still(List<Conditions.Pause> pauses, List<CopyTrip> trips) {
    List<Still> still = new ArrayList<>();
    for (Conditions.Pause pause : pauses) {
      Instant until = pause.until() == null ? Instant.MAX : pause.until();
      Instant from = pause.from();
      for (CopyTrip trip : trips) {
        Instant ended = trip.ended() == null ? Instant.MAX : trip.ended();
        if (ended.isAfter(from) && trip.sent().isBefore(until)) {
          addIfAny(still, from, trip.sent());
          from = ended;
        }
      }
      addIfAny(still, from, until);
    }
    return still;
  }

  private static void addIfAny(List<Still> still, Instant from, Instant until) {
    if (from.isBefore(until)) {
      still.add(new Still(from, until));
    }
  }

  /// Time without pauses. Moments before the birth, which occur because clocks differ, are at 0.
  public Duration since(Instant moment) {
    return since(birth, moment, still);
  }

  private static Duration since(Instant birth, Instant moment, List<Still> still) {
    Duration elapsed = Duration.between(birth, moment);
    for (Still pause : still) {
      Instant from = pause.from().isBefore(birth) ? birth : pause.from();
      Instant until = pause.until().isAfter(moment) ? moment : pause.until();
      if (from.isBefore(until)) {
        elapsed = elapsed.minus(Duration.between(from, until));
      }
    }
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
