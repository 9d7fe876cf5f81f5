package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Step] while it is being put together.
final class StepBuilder {

  private final Instant now;
  private final Duration clockAhead;
  private final Peer self;
  private final PendingRequests pending;
  private final List<Outgoing> requests = new ArrayList<>();
  private final List<GossipEvent> events = new ArrayList<>();

  /// @param now the time that goes on evenly, by which things are planned
  /// @param clockAhead by how much the clock on the wall, by which things are told, is ahead of it
  StepBuilder(Instant now, Duration clockAhead, Peer self, PendingRequests pending) {
    this.now = now;
    this.clockAhead = clockAhead;
    this.self = self;
    this.pending = pending;
  }

  Instant now() {
    return now;
  }

  /// The moment as others are told of it.
  Instant at() {
    return at(now);
  }

  /// A planned moment as others are told of it.
  Instant at(Instant planned) {
    return planned.plus(clockAhead);
  }

  /// What this peer says of itself now.
  Peer self() {
    return self;
  }

  /// Sends a request, unless one of its kind is under way to the same peer.
  ///
  /// @return what is sent; null if nothing is
  @Nullable Outgoing send(Request request) {
    return send(request, null);
  }

  /// Sends a request that carries a copy of a rumour, unless one of the same rumour is under way to
  /// the same peer.
  ///
  /// @return what is sent; null if nothing is
  @Nullable Outgoing send(Request request, @Nullable Copy copy) {
    Outgoing outgoing = pending.begin(request, copy);
    if (outgoing != null) {
      requests.add(outgoing);
    }
    return outgoing;
  }

  void happened(GossipEvent event) {
    events.add(event);
  }

  Step step(@Nullable Instant wakeAt) {
    return new Step(requests, events, wakeAt);
  }
}
