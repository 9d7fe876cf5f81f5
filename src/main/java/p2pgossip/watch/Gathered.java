package p2pgossip.watch;

import java.util.List;
import p2pgossip.network.Observation;

/// The observations since the last time.
///
/// @param observations in the order in which they were received
/// @param dropped how many more there were, for which there was no room. The state of their peers
///     is read anew, so their present state follows
/// @param droppedOfFavored how many of them were of the favoured peer
public record Gathered(List<Observation> observations, long dropped, long droppedOfFavored) {
  public Gathered {
    observations = List.copyOf(observations);
  }
}
