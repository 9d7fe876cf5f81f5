package p2pgossip.profile;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Standing;

/// The figures of one peer at one moment, for metrics.
///
/// @param known how many peers it knows, by standing; a standing that none has may be missing
/// @param rumors that it keeps
/// @param followers readers of its events over the network
public record PeerFigures(
    MeterReading meter, Map<Standing, Integer> known, int rumors, int followers) {

  public PeerFigures {
    known = Map.copyOf(known);
  }

  /// The same, with the known peers counted here.
  public static PeerFigures of(
      MeterReading meter, Collection<Neighbor> neighbors, int rumors, int followers) {
    Map<Standing, Integer> known = new EnumMap<>(Standing.class);
    for (Neighbor neighbor : neighbors) {
      known.merge(neighbor.standing(), 1, Integer::sum);
    }
    return new PeerFigures(meter, known, rumors, followers);
  }
}
