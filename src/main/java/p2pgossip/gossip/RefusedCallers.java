package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;

/// Reports callers that were turned away before anything that they said was read: once a minute for
/// each source, however often it calls and from however many addresses. Bounded: the oldest entries
/// are removed.
final class RefusedCallers {

  private static final Duration SILENCE = Duration.ofMinutes(1);
  static final int MOST_KEPT = 256;

  private record Refusal(Source source, String reason) {}

  private final NewestEntries<Refusal, Instant> told = new NewestEntries<>(MOST_KEPT);

  void tell(InetAddress source, String reason, StepBuilder builder) {
    Refusal refusal = new Refusal(Source.of(source), reason);
    Instant last = told.get(refusal);
    if (last != null && last.plus(SILENCE).isAfter(builder.now())) {
      return;
    }
    told.put(refusal, builder.now());
    builder.happened(new GossipEvent.CallerTurnedAway(builder.at(), source, reason));
  }
}
