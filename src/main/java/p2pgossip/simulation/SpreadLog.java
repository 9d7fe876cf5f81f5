package p2pgossip.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// Records which peers have heard which rumour when, and counts the copies.
public final class SpreadLog {

  private final Map<RumorId, Map<PeerAddress, Instant>> heard = new HashMap<>();
  private final Map<RumorId, Integer> copies = new HashMap<>();
  private final Map<RumorId, Integer> inAnswers = new HashMap<>();

  void happened(PeerAddress at, GossipEvent event) {
    if (event instanceof GossipEvent.RumorHeard news) {
      Map<PeerAddress, Instant> hearers =
          heard.computeIfAbsent(news.copy().rumor().id(), _ -> new LinkedHashMap<>());
      // A peer that has forgotten the rumour, or was started again, hears it as news once more.
      hearers.putIfAbsent(at, news.at());
    } else if (event instanceof GossipEvent.CopySent sent) {
      copies.merge(sent.copy().rumor().id(), 1, Integer::sum);
      if (sent.inAnswer()) {
        inAnswers.merge(sent.copy().rumor().id(), 1, Integer::sum);
      }
    }
  }

  /// The peers that have heard the rumour, in the order in which they did.
  public Map<PeerAddress, Instant> hearers(RumorId rumor) {
    return heard.getOrDefault(rumor, Map.of());
  }

  /// The number of messages and answers that carried the rumour.
  public int copies(RumorId rumor) {
    return copies.getOrDefault(rumor, 0);
  }

  /// The number of those that were answers.
  public int copiesInAnswers(RumorId rumor) {
    return inAnswers.getOrDefault(rumor, 0);
  }
}
