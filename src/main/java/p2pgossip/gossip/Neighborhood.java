package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;

/// How peers come to be known, are checked, fail, recover and are forgotten.
///
/// Every way in leads through a handshake: an address is sent no message before it has answered one
/// as a peer.
final class Neighborhood {

  /// A caller that does not listen yet (the original connects before it listens) is checked back at
  /// 0, 0.25, 0.75, 1.75, 3.75 and 7.75 s.
  private static final int CALLER_CHECKS = 6;

  private static final Backoff CALLER_BACKOFF =
      new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4));

  private static final Duration SHORTEST_RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /// A healthy peer is asked again who it is after 10 to 20 s, to notice a restart that no message
  /// has stumbled over.
  private static final Duration RECHECK = Duration.ofSeconds(10);

  /// New addresses taken up from the lists of others in one period.
  private static final int LEARNED_PER_PERIOD = 32;

  private final KnownPeers known;
  private final LearningGate gate;
  private final Agenda agenda;
  private final Roster roster;
  private final RandomGenerator random;
  private int learnedThisPeriod;

  Neighborhood(KnownPeers known, LearningGate gate, Agenda agenda, RandomGenerator random) {
    this.known = known;
    this.gate = gate;
    this.agenda = agenda;
    this.roster = new Roster(known, agenda);
    this.random = random;
  }

  /// Whether a peer that the user asked for has neither accepted nor failed for good yet.
  boolean awaitsTargets() {
    for (Neighbor neighbor : known.all()) {
      if (neighbor.standing() == Standing.PENDING
          && neighbor.bond().askedFor()
          && neighbor.health().failures() == 0) {
        return true;
      }
    }
    return false;
  }

  /// The user asks for a connection.
  void connect(PeerAddress target, PeerSettings settings, Draft draft) {
    if (gate.isOwn(target)) {
      draft.happened(connectFailed(draft, target, ownAddress(), false));
      return;
    }
    gate.open(target);
    Neighbor neighbor = known.get(target);
    if (neighbor == null) {
      if (roster.isFull(settings, draft)) {
        String reason = "as many peers are known as may be (" + settings.maxPeers() + ")";
        draft.happened(
            connectFailed(draft, target, new Failure(Failure.Kind.REFUSED, reason), false));
        return;
      }
      roster.add(target, null, new Origin.Asked(), Bond.NONE.withAskedFor(true), draft);
    } else {
      known.put(neighbor.withBond(neighbor.bond().withAskedFor(true)));
      roster.check(target, draft);
    }
  }

  /// The user drops a peer.
  void disconnect(PeerAddress address, Draft draft) {
    if (known.contains(address)) {
      roster.remove(address);
      gate.drop(address);
      draft.happened(new GossipEvent.PeerDropped(draft.now(), address));
    }
  }

  /// Somebody asks to be connected.
  Admission called(InetAddress source, Peer caller, PeerSettings settings, Draft draft) {
    PeerAddress address;
    try {
      address = caller.addressSeenFrom(source);
    } catch (IllegalArgumentException e) {
      return refuse(null, "nobody can be reached there: " + e.getMessage(), false, draft);
    }
    if (gate.isOwn(address, caller)) {
      return refuse(address, address + " is this peer itself", false, draft);
    }
    Neighbor neighbor = known.get(address);
    if (neighbor == null && roster.isFull(settings, draft)) {
      String reason = "as many peers are known as may be (" + settings.maxPeers() + ")";
      return new Admission.Refused(reason, true);
    }
    gate.open(address);
    if (neighbor == null) {
      roster.add(address, caller, new Origin.Called(), Bond.NONE.withToldUs(), draft);
    } else if (isSameRun(neighbor, caller) && neighbor.isHealthy()) {
      become(Standing.CONNECTED, neighbor.withBond(neighbor.bond().withToldUs()), draft);
    } else {
      boolean restarted = neighbor.peer() != null && !isSameRun(neighbor, caller);
      Bond bond = restarted ? neighbor.bond().afterRestart() : neighbor.bond();
      known.put(
          neighbor
              .withPeer(caller)
              .withStanding(Standing.PENDING)
              .withOrigin(new Origin.Called())
              .withBond(bond.withToldUs())
              .withHealth(Health.UNKNOWN));
      draft.happened(
          restarted
              ? new GossipEvent.PeerRestarted(draft.now(), address, true)
              : new GossipEvent.PeerPending(draft.now(), address, new Origin.Called()));
      roster.check(address, draft);
    }
    return new Admission.Admitted(address);
  }

  private Admission refuse(@Nullable PeerAddress caller, String reason, boolean busy, Draft draft) {
    draft.happened(new GossipEvent.CallerRefused(draft.now(), caller, reason));
    return new Admission.Refused(reason, busy);
  }

  void beginPeriod(Draft draft) {
    learnedThisPeriod = 0;
    for (Neighbor neighbor : known.healthy()) {
      Instant nextCheck = neighbor.health().nextCheck();
      if (nextCheck != null && !nextCheck.isAfter(draft.now())) {
        roster.check(neighbor.address(), draft);
      }
    }
  }

  /// Checks those whose time has come.
  void checkDue(Draft draft) {
    for (PeerAddress address : agenda.takeDue(draft.now())) {
      roster.check(address, draft);
    }
  }

  /// Takes up peers from the list of a neighbour.
  void learn(
      PeerAddress listedBy, Map<PeerAddress, Peer> listed, PeerSettings settings, Draft draft) {
    for (PeerAddress address : listed.keySet().stream().sorted().toList()) {
      Peer peer = listed.get(address);
      if (peer == null
          || known.contains(address)
          || !gate.admits(address, peer, draft.now())
          || isKnownElsewhere(peer)) {
        continue;
      }
      if (learnedThisPeriod >= LEARNED_PER_PERIOD || roster.isFull(settings, draft)) {
        return;
      }
      learnedThisPeriod++;
      roster.add(address, peer, new Origin.ListedBy(listedBy), Bond.NONE, draft);
    }
  }

  /// One machine with two addresses would else be learned, and messaged, twice.
  private boolean isKnownElsewhere(Peer peer) {
    for (Neighbor neighbor : known.all()) {
      if (isSameRun(neighbor, peer)) {
        return true;
      }
    }
    return false;
  }

  /// The handshake was answered.
  void introduced(PeerAddress address, Peer peer, Duration roundTrip, Draft draft) {
    Neighbor before = known.get(address);
    if (before == null) {
      return;
    }
    if (gate.isOwn(address, peer)) {
      gate.addOwn(address);
      roster.remove(address);
      draft.happened(
          before.bond().askedFor()
              ? connectFailed(draft, address, ownAddress(), false)
              : new GossipEvent.PeerForgotten(draft.now(), address, ownAddress()));
      return;
    }
    boolean restarted = before.standing() != Standing.PENDING && !isSameRun(before, peer);
    Neighbor neighbor =
        before
            .withPeer(peer)
            .withHealth(
                before
                    .health()
                    .answered(draft.now(), roundTrip)
                    .withNextCheck(draft.now().plus(RECHECK).plusMillis(random.nextInt(10_000))));
    agenda.cancel(address);
    if (restarted) {
      neighbor = neighbor.withBond(neighbor.bond().afterRestart());
      draft.happened(
          new GossipEvent.PeerRestarted(draft.now(), address, neighbor.bond().askedFor()));
    }
    Bond bond = neighbor.bond();
    boolean mustTell = bond.askedFor() && !bond.toldThem();
    if (before.standing() == Standing.PENDING && mustTell && !bond.toldUs()) {
      // It stands once it has accepted; until then it is sent nothing.
      known.put(neighbor);
    } else {
      become(bond.isMutual() ? Standing.CONNECTED : Standing.LEARNED, neighbor, draft);
    }
    if (mustTell) {
      draft.send(new Request.Connect(address, draft.self()));
    }
  }

  /// It has accepted this peer as a neighbour.
  void accepted(PeerAddress address, Duration roundTrip, Draft draft) {
    Neighbor neighbor = known.get(address);
    if (neighbor != null) {
      become(
          Standing.CONNECTED,
          neighbor
              .withBond(neighbor.bond().withToldThem())
              .withHealth(neighbor.health().delivered(draft.now(), roundTrip)),
          draft);
    }
  }

  /// Puts a neighbour that answers into its place, and says what that changed.
  private void become(Standing standing, Neighbor neighbor, Draft draft) {
    Standing before = neighbor.standing();
    PeerAddress address = neighbor.address();
    known.put(neighbor.withStanding(standing));
    agenda.cancel(address);
    if (before == Standing.UNREACHABLE) {
      draft.happened(new GossipEvent.PeerRecovered(draft.now(), address));
    }
    if (standing == Standing.CONNECTED && before != Standing.CONNECTED) {
      if (before != Standing.UNREACHABLE) {
        draft.happened(new GossipEvent.PeerConnected(draft.now(), address, neighbor.origin()));
      }
    } else if (standing == Standing.LEARNED
        && before == Standing.PENDING
        && neighbor.origin() instanceof Origin.ListedBy(PeerAddress listedBy)) {
      draft.happened(new GossipEvent.PeerLearned(draft.now(), address, listedBy));
    }
  }

  /// A handshake, or the request to be connected, failed.
  void checkFailed(PeerAddress address, Failure failure, PeerSettings settings, Draft draft) {
    Neighbor neighbor = known.get(address);
    if (neighbor == null) {
      return;
    }
    if (neighbor.standing() == Standing.PENDING) {
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
    if (!isFinal(failure)) {
      checkFailed(address, failure, settings, draft);
      return;
    }
    draft.happened(connectFailed(draft, address, failure, false));
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
      draft.happened(connectFailed(draft, address, failure, !over));
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
  void lapse(Neighbor neighbor, Failure failure, PeerSettings settings, Draft draft) {
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
      lapse(neighbor, failure, settings, draft);
    }
  }

  /// A peer says that it leaves.
  ///
  /// @return where it was known; null if nobody is removed
  @Nullable PeerAddress left(InetAddress source, Peer leaver, Draft draft) {
    PeerAddress address;
    try {
      address = leaver.addressSeenFrom(source);
    } catch (IllegalArgumentException _) {
      // Who can't be reached anywhere is nobody's neighbour.
      return null;
    }
    Neighbor neighbor = known.get(address);
    // The goodbye of the run before may arrive after the next one has begun.
    if (neighbor == null || (neighbor.peer() != null && !isSameRun(neighbor, leaver))) {
      return null;
    }
    roster.remove(address);
    // Others still list it for a while.
    gate.silence(address, draft.now());
    draft.happened(new GossipEvent.PeerLeft(draft.now(), address));
    return address;
  }

  /// A message came in from a neighbour.
  void messageFrom(Neighbor neighbor, Draft draft) {
    heardFrom(neighbor.withTraffic(neighbor.traffic().oneReceived()), draft);
  }

  /// Something came in from a neighbour; one that was given up on is checked at once.
  void heardFrom(Neighbor neighbor, Draft draft) {
    known.put(neighbor.withHealth(neighbor.health().heard(draft.now())));
    if (neighbor.standing() == Standing.UNREACHABLE) {
      roster.check(neighbor.address(), draft);
    }
  }

  private static boolean isSameRun(Neighbor neighbor, Peer peer) {
    return neighbor.peer() != null && neighbor.peer().isSameRunAs(peer);
  }

  private static boolean isFinal(Failure failure) {
    return switch (failure.kind()) {
      case NOT_A_PEER, REFUSED -> true;
      case UNREACHABLE, TIMED_OUT -> false;
    };
  }

  private static Failure ownAddress() {
    return new Failure(Failure.Kind.REFUSED, "that is this peer itself");
  }

  private static GossipEvent connectFailed(
      Draft draft, PeerAddress target, Failure failure, boolean tryingAgain) {
    return new GossipEvent.ConnectFailed(draft.now(), target, failure, tryingAgain);
  }

  private static Backoff retryBackoff(PeerSettings settings) {
    Comparator<Duration> order = Comparator.naturalOrder();
    Duration first = settings.period();
    first = order.compare(first, SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : first;
    first = order.compare(first, LONGEST_FIRST_RETRY) > 0 ? LONGEST_FIRST_RETRY : first;
    return new Backoff(first, LONGEST_RETRY);
  }
}
