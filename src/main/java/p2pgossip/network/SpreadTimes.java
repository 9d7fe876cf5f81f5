package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The moments of a spread, counted from the rumour's birth.
///
/// @param birth as in [SpreadFigures#of]
/// @param sinceBirth ascending, one for each peer that was reached
public record SpreadTimes(Instant birth, List<Duration> sinceBirth) {

  public static SpreadTimes of(Spread spread) {
    Arrival origin = spread.arrivals().get(spread.rumor().origin());
    Instant birth = origin != null ? origin.at() : spread.rumor().born();
    return new SpreadTimes(
        birth,
        spread.arrivals().values().stream()
            .map(arrival -> since(birth, arrival.at()))
            .sorted()
            .toList());
  }

  /// What is said to have been before the birth, because clocks differ, was at 0.
  public Duration since(Instant moment) {
    return since(birth, moment);
  }

  private static Duration since(Instant birth, Instant moment) {
    Duration elapsed = Duration.between(birth, moment);
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
