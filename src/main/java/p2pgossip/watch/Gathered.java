package p2pgossip.watch;

import java.util.List;
import p2pgossip.network.Observation;

/// What was seen since the last time.
///
/// @param observations in the order in which they came in
/// @param dropped how many more there were, for which there was no room. The peers in question are
///     looked at anew, so what they are like now follows by itself
/// @param droppedOfFavored how many of them were of the favoured peer
public record Gathered(List<Observation> observations, long dropped, long droppedOfFavored) {
  public Gathered {
    observations = List.copyOf(observations);
  }
}
