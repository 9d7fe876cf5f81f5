package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import p2pgossip.gossip.Neighbor.Health;

/// Handles peers that do not answer: they are tried again after growing pauses, and forgotten in
/// the end.
final class Outages {

  /// A caller that does not listen yet (the original connects before it listens) is checked after
  /// 0, 0.25, 0.75, 1.75, 3.75 and 7.75 s.
  private static final int CALLER_CHECKS = 6;

  private static final Backoff CALLER_BACKOFF =
      new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4));

  private static final Duration SHORTEST_RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_FIRST_RETRY = Duration.ofSeconds(5);
  static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /// A peer that is not forgotten is tried more often during this time after it stopped answering.
  static final Duration EARLY = Duration.ofMinutes(10);

  static final Duration LONGEST_EARLY_RETRY = Duration.ofSeconds(10);

  /// A refused peer is asked again after this time, since its password may have been corrected,
  /// which this peer is not told.
  private static final Duration REFUSED_RECHECK = Duration.ofMinutes(1);

  private final KnownPeers known;
  private final LearningGate gate;
  private final Roster roster;
  private final LostPeers lost;

  Outages(KnownPeers known, LearningGate gate, Roster roster, LostPeers lost) {
    this.known = known;
    this.gate = gate;
    this.roster = roster;
    this.lost = lost;
  }

  /// A handshake or a request to be connected failed.
  void checkFailed(PeerAddress address, Failure cause, PeerSettings settings, StepBuilder builder) {
    Neighbor neighbor = known.get(address);
    if (neighbor == null) {
      return;
    }
    Failure failure = shown(cause, neighbor);
    if (failure.isMendedByHand()) {
      refused(neighbor, failure, settings, builder);
    } else if (neighbor.standing() == Standing.PENDING) {
      pendingFailed(neighbor, failure, settings, builder);
    } else if (neighbor.standing() == Standing.UNREACHABLE
        && neighbor.health().nextCheck() != null) {
      // A message failed in the meantime, and the next check is planned: one outage counts as one
      // failure.
      return;
    } else {
      lapse(neighbor, failure, settings, builder);
    }
  }

  /// The peer at `address` refuses this one as a neighbour.
  void connectRefused(
      PeerAddress address, Failure failure, PeerSettings settings, StepBuilder builder) {
    Neighbor neighbor = known.get(address);
    if (neighbor == null) {
      return;
    }
    if (!isFinal(failure) || failure.isMendedByHand()) {
      checkFailed(address, failure, settings, builder);
      return;
    }
    boolean pending = neighbor.standing() == Standing.PENDING;
    if (isKept(neighbor, settings) && (!pending || neighbor.health().failures() > 0)) {
      keepTrying(neighbor, failure, settings, builder);
      return;
    }
    builder.happened(new GossipEvent.ConnectFailed(builder.at(), address, failure, false));
    if (pending && neighbor.bond().toldUs() == null) {
      roster.remove(address);
    } else {
      known.put(neighbor.withBond(neighbor.bond().withAskedFor(false)));
    }
  }

  /// The peer answers but takes no neighbours at the moment, because it is ending or has no room.
  private void keepTrying(
      Neighbor neighbor, Failure failure, PeerSettings settings, StepBuilder builder) {
    if (!neighbor.isHealthy()) {
      checkFailed(neighbor.address(), failure, settings, builder);
      return;
    }
    if (!failure.reason().equals(neighbor.health().trouble())) {
      builder.happened(
          new GossipEvent.ConnectFailed(builder.at(), neighbor.address(), failure, true));
    }
    known.put(neighbor.withHealth(neighbor.health().withTrouble(failure.reason())));
  }

  private static boolean isKept(Neighbor neighbor, PeerSettings settings) {
    return neighbor.bond().askedFor() && settings.keep();
  }

  /// Hides the answer of an address that only others have named: it need not be a peer, and whoever
  /// named it may only want to read that answer.
  private static Failure shown(Failure failure, Neighbor neighbor) {
    boolean vouched = neighbor.bond().askedFor() || neighbor.health().roundTrip() != null;
    return switch (failure.kind()) {
      case NOT_A_PEER, REFUSED ->
          vouched ? failure : new Failure(Failure.Kind.NOT_A_PEER, "it did not answer as a peer");
      case UNREACHABLE, TIMED_OUT, UNTRUSTED, UNAUTHORIZED -> failure;
    };
  }

  private void pendingFailed(
      Neighbor neighbor, Failure failure, PeerSettings settings, StepBuilder builder) {
    PeerAddress address = neighbor.address();
    int failures = neighbor.health().failures() + 1;
    boolean asked = neighbor.bond().askedFor();
    boolean kept = isKept(neighbor, settings);
    boolean triedEnough =
        switch (neighbor.origin()) {
          case Origin.Asked() -> failures >= settings.failureLimit();
          case Origin.Called() -> failures >= CALLER_CHECKS;
          case Origin.ListedBy(PeerAddress _) -> !asked || failures >= settings.failureLimit();
        };
    // An address that gives a wrong answer at first is not what the user meant. Later, something
    // else may be in the place of the peer.
    boolean isWrong =
        neighbor.origin() instanceof Origin.Asked && isFinal(failure) && (!kept || failures == 1);
    if (kept && triedEnough && !isWrong) {
      lapse(neighbor, failure, settings, builder);
      return;
    }
    boolean over = isWrong || triedEnough;
    if (asked) {
      builder.happened(new GossipEvent.ConnectFailed(builder.at(), address, failure, !over));
    }
    if (over) {
      roster.remove(address);
      gate.silence(address, builder.now());
      if (!asked) {
        builder.happened(new GossipEvent.PeerForgotten(builder.at(), address, failure));
      }
      return;
    }
    Duration pause =
        neighbor.origin() instanceof Origin.Called
            ? CALLER_BACKOFF.pauseAfter(failures)
            : retryBackoff(settings).pauseAfter(failures);
    roster.plan(
        neighbor.withHealth(neighbor.health().failed(failure.reason(), builder.now())),
        builder.now().plus(pause));
  }

  /// A neighbour did not answer a message or a check.
  private void lapse(
      Neighbor neighbor, Failure failure, PeerSettings settings, StepBuilder builder) {
    PeerAddress address = neighbor.address();
    Health health = neighbor.health().failed(failure.reason(), builder.now());
    boolean kept = isKept(neighbor, settings);
    if (!kept && health.failures() >= settings.failureLimit()) {
      forget(neighbor, failure, settings, builder);
      return;
    }
    Duration pause =
        kept
            ? keptPause(health, settings, builder.now())
            : retryBackoff(settings).pauseAfter(health.failures());
    Instant nextAttempt = builder.now().plus(pause);
    roster.plan(neighbor.withHealth(health).withStanding(Standing.UNREACHABLE), nextAttempt);
    // Not every attempt is reported of a peer that is tried for hours.
    if (neighbor.standing() != Standing.UNREACHABLE
        || health.failures() <= settings.failureLimit()
        || !failure.reason().equals(neighbor.health().trouble())) {
      builder.happened(
          new GossipEvent.PeerUnreachable(
              builder.at(), address, health.failures(), builder.at(nextAttempt), failure));
    }
  }

  private void forget(
      Neighbor neighbor, Failure failure, PeerSettings settings, StepBuilder builder) {
    roster.remove(neighbor.address());
    gate.silence(neighbor.address(), builder.now());
    if (settings.keep() && neighbor.health().roundTrip() != null) {
      lost.add(neighbor, builder.now());
    }
    builder.happened(new GossipEvent.PeerForgotten(builder.at(), neighbor.address(), failure));
  }

  private static Duration keptPause(Health health, PeerSettings settings, Instant now) {
    Instant since = health.failingSince();
    boolean early = since == null || since.plus(EARLY).isAfter(now);
    Duration first = retryBackoff(settings).first();
    return new Backoff(first, early ? LONGEST_EARLY_RETRY : LONGEST_RETRY)
        .pauseAfter(health.failures());
  }

  /// A message or a question was not answered.
  void unanswered(
      PeerAddress address, Failure failure, PeerSettings settings, StepBuilder builder) {
    Neighbor neighbor = known.get(address);
    // Several requests may fail together: one outage counts as one failure.
    if (neighbor != null && neighbor.isHealthy()) {
      if (failure.isMendedByHand()) {
        refused(neighbor, failure, settings, builder);
      } else {
        lapse(neighbor, failure, settings, builder);
      }
    }
  }

  /// One of the two peers refuses the other. Trying again soon would not change that, and a peer
  /// that often tries a wrong password looks as if it guessed.
  private void refused(
      Neighbor neighbor, Failure failure, PeerSettings settings, StepBuilder builder) {
    PeerAddress address = neighbor.address();
    boolean isNews =
        neighbor.standing() != Standing.REFUSED
            || !failure.reason().equals(neighbor.health().trouble());
    Health health = neighbor.health().failed(failure.reason(), builder.now());
    if (isNews) {
      builder.happened(new GossipEvent.PeerRefused(builder.at(), address, failure));
    }
    if (!neighbor.bond().askedFor() && health.failures() >= settings.failureLimit()) {
      forget(neighbor, failure, settings, builder);
      return;
    }
    roster.plan(
        neighbor.withHealth(health).withStanding(Standing.REFUSED),
        roster.takeAgain(address) ? builder.now() : builder.now().plus(REFUSED_RECHECK));
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
