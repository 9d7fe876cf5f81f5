package p2pgossip.network;

import java.time.Instant;
import java.util.List;

/// A session as it was seen, to be played again or saved. Immutable.
///
/// @param opening how the network stood before the first observation; empty where nothing was seen
///     before. Its moments lie before those of the observations, in no order of time
/// @param observations in the order in which they were made, which is that of time but for the
///     little by which news from far away comes late
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
