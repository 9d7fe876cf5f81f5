package p2pgossip.network;

import java.time.Instant;
import java.util.List;

/// A session as it was seen, to be played again or saved. Immutable.
///
/// @param opening the network before the first observation; empty if nothing was seen before. Its
///     times are before those of the observations, in no order
/// @param observations in the order in which they were made, which is that of time, except for the
///     delay of observations from other machines
public record Recorded(List<Observation> opening, List<Observation> observations) {

  public Recorded {
    opening = List.copyOf(opening);
    observations = List.copyOf(observations);
  }

  public boolean isEmpty() {
    return observations.isEmpty();
  }

  /// @throws java.util.NoSuchElementException when it is empty
  public Instant start() {
    return observations.getFirst().at();
  }
}
