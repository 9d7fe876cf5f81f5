package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The moments of a spread, counted from the rumour's birth, as time while it ran: pauses are cut
/// out, as far as no copy was under way in them.
///
/// @param birth as in [SpreadFigures#of]
/// @param sinceBirth ascending, one for each peer that was reached
/// @param still when time stood still, in order, no two at once
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

  /// Of a line in a list, for the moments of its conditions: to the length of what copies took
  /// while paused.
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

  /// Time while it ran. What is said to have been before the birth, because clocks differ, was at
  /// 0.
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
