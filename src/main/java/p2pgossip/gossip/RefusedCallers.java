package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Tells of callers that were turned away before anything that they said was heard: of each source once a
/// minute, however often it calls and from how many of its addresses. Bounded: the oldest give way.
final class RefusedCallers {

  private static final Duration SILENCE = Duration.ofMinutes(1);
  static final int MOST_KEPT = 256;

  private record Turnaway(Source source, String reason) {}

  private final SequencedMap<Turnaway, Instant> told = new LinkedHashMap<>();

  void tell(InetAddress source, String reason, StepBuilder builder) {
    Turnaway turnaway = new Turnaway(Source.of(source), reason);
    Instant last = told.get(turnaway);
    if (last != null && last.plus(SILENCE).isAfter(builder.now())) {
      return;
    }
    told.putLast(turnaway, builder.now());
    if (told.size() > MOST_KEPT) {
      told.pollFirstEntry();
    }
    builder.happened(new GossipEvent.CallerTurnedAway(builder.at(), source, reason));
  }
}
