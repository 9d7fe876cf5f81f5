package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reports callers that were turned away before anything that they said was read: once a minute for
/// each source, however often it calls and from however many addresses. Bounded: the oldest entries
/// are removed.
final class RefusedCallers {

  private static final Duration SILENCE = Duration.ofMinutes(1);
  static final int MOST_KEPT = 256;

  private record Refusal(Source source, String reason) {}

  private final SequencedMap<Refusal, Instant> told = new LinkedHashMap<>();

  void tell(InetAddress source, String reason, StepBuilder builder) {
    Refusal refusal = new Refusal(Source.of(source), reason);
    Instant last = told.get(refusal);
    if (last != null && last.plus(SILENCE).isAfter(builder.now())) {
      return;
    }
    told.putLast(refusal, builder.now());
    if (told.size() > MOST_KEPT) {
      told.pollFirstEntry();
    }
    builder.happened(new GossipEvent.CallerTurnedAway(builder.at(), source, reason));
  }
}
