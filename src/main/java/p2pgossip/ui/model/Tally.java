package p2pgossip.ui.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Standing;

/// The counts of one peer since it was started.
///
/// @param neighbors how many there are of each standing
/// @param periods begun
/// @param sent messages; likewise `received` and `failed`
public record Tally(
    Map<Standing, Integer> neighbors, long periods, long sent, long received, long failed) {

  public static final Tally NONE = new Tally(Map.of(), 0, 0, 0, 0);

  public Tally {
    neighbors = Map.copyOf(neighbors);
  }

  /// Neighbours of that standing.
  public int count(Standing standing) {
    return neighbors.getOrDefault(standing, 0);
  }

  /// Neighbours to whom messages go.
  public int healthy() {
    return count(Standing.CONNECTED) + count(Standing.LEARNED);
  }

  Tally with(Collection<Neighbor> known) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    known.forEach(neighbor -> counts.merge(neighbor.standing(), 1, Integer::sum));
    return new Tally(counts, periods, sent, received, failed);
  }

  Tally with(GossipEvent event) {
    return switch (event) {
      case GossipEvent.PeriodBegan _ -> new Tally(neighbors, periods + 1, sent, received, failed);
      case GossipEvent.MessageSent _, GossipEvent.CopySent _ ->
          new Tally(neighbors, periods, sent + 1, received, failed);
      case GossipEvent.MessageReceived _, GossipEvent.RumorRepeated _ ->
          new Tally(neighbors, periods, sent, received + 1, failed);
      case GossipEvent.MessageFailed _, GossipEvent.CopyFailed _ ->
          new Tally(neighbors, periods, sent, received, failed + 1);
      case GossipEvent.RumorHeard it when it.sender() != null ->
          new Tally(neighbors, periods, sent, received + 1, failed);
      default -> this;
    };
  }
}
