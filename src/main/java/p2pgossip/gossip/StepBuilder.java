package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects a [Step].
final class StepBuilder {

  private final Instant now;
  private final Duration clockAhead;
  private final Peer self;
  private final PendingRequests pending;

  // Most steps have few of either, or none.
  private List<Outgoing> requests = List.of();
  private List<GossipEvent> events = List.of();

  /// @param now the time that proceeds evenly, by which this peer plans
  /// @param clockAhead how far the wall clock, which others are told, is ahead of it
  StepBuilder(Instant now, Duration clockAhead, Peer self, PendingRequests pending) {
    this.now = now;
    this.clockAhead = clockAhead;
    this.self = self;
    this.pending = pending;
  }

  Instant now() {
    return now;
  }

  /// This moment by the wall clock.
  Instant at() {
    return at(now);
  }

  /// A planned moment by the wall clock.
  Instant at(Instant planned) {
    return planned.plus(clockAhead);
  }

  /// What this peer says of itself now.
  Peer self() {
    return self;
  }

  /// Sends a request, unless one of its kind is pending to the same peer.
  ///
  /// @return what is sent; null if nothing is
  @Nullable Outgoing send(Request request) {
    return send(request, null);
  }

  /// Sends a request that carries a copy of a rumour, unless a copy of the same rumour is pending
  /// to the same peer.
  ///
  /// @return what is sent; null if nothing is
  @Nullable Outgoing send(Request request, @Nullable Copy copy) {
    Outgoing outgoing = pending.begin(request, copy);
    if (outgoing != null) {
      requests = with(outgoing, requests);
    }
    return outgoing;
  }

  void happened(GossipEvent event) {
    events = with(event, events);
  }

  private static <T> List<T> with(T one, List<T> others) {
    if (others.isEmpty()) {
      return List.of(one);
    }
    List<T> all = others instanceof ArrayList ? others : new ArrayList<>(others);
    all.add(one);
    return all;
  }

  Step step(@Nullable Instant wakeAt) {
    return new Step(requests, events, wakeAt);
  }
}
