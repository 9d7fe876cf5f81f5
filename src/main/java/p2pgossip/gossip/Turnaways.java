package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Tells of callers that were turned away before anything that they said was heard: of each source once a
/// minute, however often it calls and from how many of its addresses. Bounded: the oldest give way.
final class Turnaways {

  private static final Duration SILENCE = Duration.ofMinutes(1);
  static final int MOST_KEPT = 256;

  private record Turnaway(Source source, String reason) {}

  private final SequencedMap<Turnaway, Instant> told = new LinkedHashMap<>();

  void tell(InetAddress source, String reason, Draft draft) {
    Turnaway turnaway = new Turnaway(Source.of(source), reason);
    Instant last = told.get(turnaway);
    if (last != null && last.plus(SILENCE).isAfter(draft.now())) {
      return;
    }
    told.putLast(turnaway, draft.now());
    if (told.size() > MOST_KEPT) {
      told.pollFirstEntry();
    }
    draft.happened(new GossipEvent.CallerTurnedAway(draft.at(), source, reason));
  }
}
