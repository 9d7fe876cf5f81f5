package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import p2pgossip.gossip.Neighbor.Health;

/// What is made of peers that do not answer: they are tried again after growing pauses, and forgotten
/// in the end.
final class Outages {

  /// A caller that does not listen yet (the original connects before it listens) is checked back at
  /// 0, 0.25, 0.75, 1.75, 3.75 and 7.75 s.
  private static final int CALLER_CHECKS = 6;

  private static final Backoff CALLER_BACKOFF =
      new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4));

  private static final Duration SHORTEST_RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /// The other may be given the right password too, which this peer is not told of.
  private static final Duration REFUSED_RECHECK = Duration.ofMinutes(1);

  private final KnownPeers known;
  private final LearningGate gate;
  private final Roster roster;

  Outages(KnownPeers known, LearningGate gate, Roster roster) {
    this.known = known;
    this.gate = gate;
    this.roster = roster;
  }

  /// A handshake, or the request to be connected, failed.
  void checkFailed(PeerAddress address, Failure failure, PeerSettings settings, Draft draft) {
    Neighbor neighbor = known.get(address);
    if (neighbor == null) {
      return;
    }
    if (failure.isMendedByHand()) {
      refused(neighbor, failure, settings, draft);
    } else if (neighbor.standing() == Standing.PENDING) {
      pendingFailed(neighbor, failure, settings, draft);
    } else if (neighbor.standing() == Standing.UNREACHABLE
        && neighbor.health().nextCheck() != null) {
      // A message failed meanwhile and the next check is planned: one outage, one failure.
      return;
    } else {
      lapse(neighbor, failure, settings, draft);
    }
  }

  /// The peer at `address` will not take this one as a neighbour.
  void connectRefused(PeerAddress address, Failure failure, PeerSettings settings, Draft draft) {
    Neighbor neighbor = known.get(address);
    if (neighbor == null) {
      return;
    }
    if (!isFinal(failure) || failure.isMendedByHand()) {
      checkFailed(address, failure, settings, draft);
      return;
    }
    draft.happened(new GossipEvent.ConnectFailed(draft.now(), address, failure, false));
    if (neighbor.standing() == Standing.PENDING && !neighbor.bond().toldUs()) {
      roster.remove(address);
    } else {
      known.put(neighbor.withBond(neighbor.bond().withAskedFor(false)));
    }
  }

  private void pendingFailed(
      Neighbor neighbor, Failure failure, PeerSettings settings, Draft draft) {
    PeerAddress address = neighbor.address();
    int failures = neighbor.health().failures() + 1;
    boolean asked = neighbor.bond().askedFor();
    boolean over =
        switch (neighbor.origin()) {
          case Origin.Asked() -> isFinal(failure) || failures >= settings.failureLimit();
          case Origin.Called() -> failures >= CALLER_CHECKS;
          case Origin.ListedBy(PeerAddress _) -> !asked || failures >= settings.failureLimit();
        };
    if (asked) {
      draft.happened(new GossipEvent.ConnectFailed(draft.now(), address, failure, !over));
    }
    if (over) {
      roster.remove(address);
      gate.silence(address, draft.now());
      if (!asked) {
        draft.happened(new GossipEvent.PeerForgotten(draft.now(), address, failure));
      }
      return;
    }
    Duration pause =
        neighbor.origin() instanceof Origin.Called
            ? CALLER_BACKOFF.pauseAfter(failures)
            : retryBackoff(settings).pauseAfter(failures);
    roster.plan(
        neighbor.withHealth(neighbor.health().failed(failure.reason())), draft.now().plus(pause));
  }

  /// A neighbour did not answer a message or a check.
  private void lapse(Neighbor neighbor, Failure failure, PeerSettings settings, Draft draft) {
    PeerAddress address = neighbor.address();
    Health health = neighbor.health().failed(failure.reason());
    if (health.failures() >= settings.failureLimit()) {
      roster.remove(address);
      gate.silence(address, draft.now());
      draft.happened(new GossipEvent.PeerForgotten(draft.now(), address, failure));
      return;
    }
    Instant nextAttempt = draft.now().plus(retryBackoff(settings).pauseAfter(health.failures()));
    roster.plan(neighbor.withHealth(health).withStanding(Standing.UNREACHABLE), nextAttempt);
    draft.happened(
        new GossipEvent.PeerUnreachable(
            draft.now(), address, health.failures(), nextAttempt, failure));
  }

  /// A message or a question was not answered.
  void unanswered(PeerAddress address, Failure failure, PeerSettings settings, Draft draft) {
    Neighbor neighbor = known.get(address);
    // Several requests may fail together: one outage, one failure.
    if (neighbor != null && neighbor.isHealthy()) {
      if (failure.isMendedByHand()) {
        refused(neighbor, failure, settings, draft);
      } else {
        lapse(neighbor, failure, settings, draft);
      }
    }
  }

  /// One of the two does not let the other in. Nothing that is tried again soon would change that, and a
  /// password that is tried often makes this peer look like one that guesses.
  private void refused(Neighbor neighbor, Failure failure, PeerSettings settings, Draft draft) {
    PeerAddress address = neighbor.address();
    boolean isNews =
        neighbor.standing() != Standing.REFUSED
            || !failure.reason().equals(neighbor.health().trouble());
    Health health = neighbor.health().failed(failure.reason());
    if (isNews) {
      draft.happened(new GossipEvent.PeerRefused(draft.now(), address, failure));
    }
    if (!neighbor.bond().askedFor() && health.failures() >= settings.failureLimit()) {
      roster.remove(address);
      gate.silence(address, draft.now());
      draft.happened(new GossipEvent.PeerForgotten(draft.now(), address, failure));
      return;
    }
    roster.plan(
        neighbor.withHealth(health).withStanding(Standing.REFUSED),
        draft.now().plus(REFUSED_RECHECK));
  }

  private static boolean isFinal(Failure failure) {
    return switch (failure.kind()) {
      case NOT_A_PEER, REFUSED, UNTRUSTED, UNAUTHORIZED -> true;
      case UNREACHABLE, TIMED_OUT -> false;
    };
  }

  private static Backoff retryBackoff(PeerSettings settings) {
    Comparator<Duration> order = Comparator.naturalOrder();
    Duration first = settings.period();
    first = order.compare(first, SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : first;
    first = order.compare(first, LONGEST_FIRST_RETRY) > 0 ? LONGEST_FIRST_RETRY : first;
    return new Backoff(first, LONGEST_RETRY);
  }
}
