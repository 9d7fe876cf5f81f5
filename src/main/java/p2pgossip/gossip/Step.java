package p2pgossip.gossip;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the engine wants done after a call.
///
/// @param requests to send now, all at once
/// @param events what happened, in order
/// @param wakeAt when the engine wants its next tick; null if it needs none before the next call
public record Step(List<Outgoing> requests, List<GossipEvent> events, @Nullable Instant wakeAt) {

  public Step {
    requests = List.copyOf(requests);
    events = List.copyOf(events);
  }
}
