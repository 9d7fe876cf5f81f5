package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;

/// How peers come to be known and are checked.
///
/// Every way in leads through a handshake: an address is sent no message before it has answered one
/// as a peer.
final class Neighborhood {

  /// A healthy peer is asked again who it is after 10 to 20 s, to notice a restart that no message
  /// has stumbled over, and whether it still knows this one.
  private static final Duration RECHECK = Duration.ofSeconds(10);

  /// Whoever has been introduced is asked whether it knows this peer now after 0.25 s, and, while it may
  /// still be checking, after twice the time each.
  private static final Duration FIRST_CONFIRMATION = Duration.ofMillis(250);

  /// New addresses taken up from the lists of others in one period. A source may have some taken up while
  /// more is left than it has had: half of them where it is alone.
  static final int LEARNED_PER_PERIOD = 64;

  private final KnownPeers known;
  private final LearningGate gate;
  private final Agenda agenda;
  private final Machine machine;
  private final Roster roster;
  private final LostPeers lost;
  private final HandshakeBudget budget;
  private final RandomGenerator random;

  /// In this period, by the source of the list.
  private final Map<Source, Integer> learned = new HashMap<>();

  Neighborhood(
      KnownPeers known,
      LearningGate gate,
      Agenda agenda,
      Machine machine,
      Roster roster,
      LostPeers lost,
      HandshakeBudget budget,
      RandomGenerator random) {
    this.known = known;
    this.gate = gate;
    this.agenda = agenda;
    this.machine = machine;
    this.roster = roster;
    this.lost = lost;
    this.budget = budget;
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
  void connect(PeerAddress target, PeerSettings settings, StepBuilder builder) {
    if (gate.isOwn(target)) {
      builder.happened(connectFailed(builder, target, ownAddress(), false));
      return;
    }
    gate.open(target);
    lost.remove(target);
    Neighbor neighbor = known.get(target);
    if (neighbor == null) {
      if (roster.isFullForAsked(settings, builder)) {
        String reason = "as many peers are known as may be (" + settings.maxPeers() + ")";
        builder.happened(
            connectFailed(builder, target, new Failure(Failure.Kind.REFUSED, reason), false));
        return;
      }
      roster.add(target, null, new Origin.Asked(), Bond.NONE.withAskedFor(true), builder);
    } else {
      known.put(neighbor.withBond(neighbor.bond().withAskedFor(true)));
      roster.check(target, builder);
    }
  }

  /// A peer that never answered turns out to be reached elsewhere.
  void replace(PeerAddress unanswered, PeerAddress target, StepBuilder builder) {
    if (known.contains(unanswered)) {
      roster.remove(unanswered);
      Failure elsewhere =
          new Failure(
              Failure.Kind.UNREACHABLE, "the same name leads to " + target + ", which answers");
      builder.happened(new GossipEvent.PeerForgotten(builder.at(), unanswered, elsewhere));
    }
  }

  /// The user drops a peer.
  void disconnect(PeerAddress address, StepBuilder builder) {
    lost.remove(address);
    if (known.contains(address)) {
      roster.remove(address);
      gate.drop(address);
      builder.happened(new GossipEvent.PeerDropped(builder.at(), address));
    }
  }

  void beginPeriod() {
    learned.clear();
  }

  /// Checks those whose time has come.
  void checkDue(StepBuilder builder) {
    for (PeerAddress address : agenda.takeDue(builder.now())) {
      roster.check(address, builder);
    }
  }

  /// Asks those that were lost, where peers are learned.
  void checkLost(PeerSettings settings, StepBuilder builder) {
    if (looksForLost(settings)) {
      for (PeerAddress address : lost.takeDue(builder.now())) {
        if (budget.take(address, Source.of(address.ip()), builder.now())) {
          builder.send(new Request.Handshake(address));
        }
      }
    }
  }

  private static boolean looksForLost(PeerSettings settings) {
    return settings.update() && settings.keep();
  }

  /// When somebody is to be checked next; null if nobody is.
  @Nullable Instant nextCheck(PeerSettings settings) {
    Instant planned = agenda.earliest();
    Instant asked = looksForLost(settings) ? lost.earliest() : null;
    if (planned == null || asked == null) {
      return planned == null ? asked : planned;
    }
    return planned.isBefore(asked) ? planned : asked;
  }

  /// The way to others may have changed: those that do not answer are asked at once.
  void checkUnreachable(StepBuilder builder) {
    for (Neighbor neighbor : known.all()) {
      if (isWaitedFor(neighbor)) {
        roster.check(neighbor.address(), builder);
      }
    }
    lost.hasten(builder.now());
  }

  private static boolean isWaitedFor(Neighbor neighbor) {
    return neighbor.health().nextCheck() != null
        && (neighbor.standing() == Standing.UNREACHABLE || neighbor.standing() == Standing.PENDING);
  }

  /// What this peer can show for itself has changed: those who would not have it are asked again.
  void checkRefused(StepBuilder builder) {
    for (Neighbor neighbor : known.all()) {
      if (neighbor.standing() == Standing.REFUSED) {
        roster.check(neighbor.address(), builder);
      }
    }
  }

  /// Takes up peers from the list of a neighbour.
  void learn(
      PeerAddress listedBy,
      Map<PeerAddress, Peer> listed,
      PeerSettings settings,
      StepBuilder builder) {
    Source source = Source.of(listedBy.ip());
    for (PeerAddress address : listed.keySet().stream().sorted().toList()) {
      Peer peer = listed.get(address);
      if (peer == null
          || known.contains(address)
          || !machine.mayName(listedBy.ip(), address)
          || !gate.admits(address, peer, builder.now())
          || isKnownElsewhere(peer)) {
        continue;
      }
      if (hasHadItsShare(source) || roster.isFullFor(source, settings, builder)) {
        return;
      }
      learned.merge(source, 1, Integer::sum);
      roster.addNamed(address, source, peer, new Origin.ListedBy(listedBy), Bond.NONE, builder);
    }
  }

  private boolean hasHadItsShare(Source source) {
    int all = learned.values().stream().mapToInt(Integer::intValue).sum();
    return learned.getOrDefault(source, 0) >= LEARNED_PER_PERIOD - all;
  }

  /// One machine with two addresses would else be learned, and messaged, twice.
  private boolean isKnownElsewhere(Peer peer) {
    for (Neighbor neighbor : known.all()) {
      if (neighbor.isSameRunAs(peer)) {
        return true;
      }
    }
    return false;
  }

  /// The handshake was answered by a peer that is known.
  void introduced(
      PeerAddress address,
      Reply.Introduced answer,
      Duration roundTrip,
      PeerSettings settings,
      StepBuilder builder) {
    Neighbor before = known.get(address);
    if (before == null) {
      return;
    }
    Peer peer = answer.peer();
    if (gate.isOwn(address, peer)) {
      gate.addOwn(address);
      roster.remove(address);
      builder.happened(
          before.bond().askedFor()
              ? connectFailed(builder, address, ownAddress(), false)
              : new GossipEvent.PeerForgotten(builder.at(), address, ownAddress()));
      return;
    }
    if (answer.leaving()) {
      roster.departed(before, settings, builder);
      return;
    }
    Instant now = builder.now();
    boolean hasStood = before.standing() != Standing.PENDING && before.peer() != null;
    Neighbor neighbor = before;
    if (hasStood && !before.isSameRunAs(peer)) {
      neighbor = restarted(before, builder);
    }
    Bond bond = neighbor.bond().afterAnswer(answer.knowsCaller(), now);
    Identity identity = answer.identity();
    Health health =
        before.isHealthy()
            ? before.health().delivered(now, roundTrip)
            : before.health().answered(now, roundTrip);
    neighbor = neighbor.withPeer(peer);
    neighbor =
        neighbor
            .withFingerprint(identity == null ? null : identity.fingerprint())
            .withBond(bond)
            .withHealth(health.withNextCheck(nextCheck(neighbor, bond, now)));
    boolean mustTell = bond.mustTell(now);
    boolean isOutside =
        before.standing() == Standing.PENDING
            || before.standing() == Standing.REFUSED
            || before.peer() == null;
    if (isOutside && mustTell && bond.link() == Mutuality.ONE_WAY) {
      // It stands once it has accepted; until then it is sent nothing.
      agenda.cancel(address);
      known.put(neighbor);
    } else {
      roster.stand(neighbor, builder);
      if (isOutside) {
        roster.settle(address, settings, builder);
        if (!known.contains(address)) {
          return;
        }
      }
      if (answer.knowsCaller() == null && before.isHealthy() && bond.link() != Mutuality.ONE_WAY) {
        // One that does not say it may list this peer.
        builder.send(new Request.AskKnownPeers(address));
      }
    }
    if (mustTell) {
      builder.send(new Request.Connect(address, builder.self()));
    }
  }

  private Neighbor restarted(Neighbor before, StepBuilder builder) {
    Bond bond = before.bond().afterRestart(builder.now());
    builder.happened(
        new GossipEvent.PeerRestarted(builder.at(), before.address(), bond.askedFor()));
    Neighbor restarted = before.withBond(bond);
    if (before.isHealthy()) {
      restarted = restarted.withStanding(Standing.LEARNED);
      known.put(restarted);
    }
    return restarted;
  }

  /// An original never says whether it knows this peer, so there is no need to hurry.
  private Instant nextCheck(Neighbor neighbor, Bond bond, Instant now) {
    Peer peer = neighbor.peer();
    Instant told = bond.toldThem();
    if (told != null && peer != null && !peer.offers().isEmpty() && bond.isSettling(now)) {
      Duration since = Duration.between(told, now);
      return now.plus(since.compareTo(FIRST_CONFIRMATION) < 0 ? FIRST_CONFIRMATION : since);
    }
    return now.plus(RECHECK).plusMillis(random.nextInt(10_000));
  }

  /// Whether a peer was forgotten lately because it did not answer.
  boolean hasLost(PeerAddress address) {
    return lost.contains(address);
  }

  /// The handshake was answered by a peer that was lost.
  void found(
      PeerAddress address,
      Reply.Introduced answer,
      Duration roundTrip,
      PeerSettings settings,
      StepBuilder builder) {
    Neighbor last = lost.remove(address);
    if (last == null
        || answer.leaving()
        || isKnownElsewhere(answer.peer())
        || roster.isFull(settings, builder)) {
      return;
    }
    gate.open(address);
    roster.put(
        address,
        answer.peer(),
        last.origin(),
        Bond.NONE.withAskedFor(last.bond().askedFor()),
        builder);
    introduced(address, answer, roundTrip, settings, builder);
  }

  /// It has accepted this peer as a neighbour.
  void accepted(PeerAddress address, Duration roundTrip, StepBuilder builder) {
    Neighbor neighbor = known.get(address);
    if (neighbor != null) {
      Instant now = builder.now();
      Bond bond = neighbor.bond().told(now);
      roster.stand(
          neighbor
              .withBond(bond)
              .withHealth(
                  neighbor
                      .health()
                      .delivered(now, roundTrip)
                      .withNextCheck(nextCheck(neighbor, bond, now))),
          builder);
    }
  }

  /// A neighbour said whom it knows: this peer among them, or not, which says nothing.
  void listed(PeerAddress by, Map<PeerAddress, Peer> listed, StepBuilder builder) {
    Neighbor neighbor = known.get(by);
    if (neighbor != null
        && neighbor.isHealthy()
        && listed.entrySet().stream().anyMatch(it -> gate.isOwn(it.getKey(), it.getValue()))) {
      roster.stand(neighbor.withBond(neighbor.bond().confirmed(builder.now())), builder);
    }
  }

  /// A message came in from a neighbour.
  ///
  /// @param sender as which it spoke; one that is only presumed says nothing of whom it knows
  void messageFrom(Neighbor neighbor, Sender sender, StepBuilder builder) {
    Neighbor counted = neighbor.withTraffic(neighbor.traffic().oneReceived());
    if (sender instanceof Sender.Named && neighbor.isHealthy()) {
      counted = counted.withBond(counted.bond().confirmed(builder.now()));
      roster.stand(counted.withHealth(counted.health().heard(builder.now())), builder);
    } else {
      heardFrom(counted, builder);
    }
  }

  /// Something came in from a neighbour; one that was given up on is checked at once.
  void heardFrom(Neighbor neighbor, StepBuilder builder) {
    known.put(neighbor.withHealth(neighbor.health().heard(builder.now())));
    checkHeard(neighbor, builder);
  }

  private void checkHeard(Neighbor neighbor, StepBuilder builder) {
    PeerAddress address = neighbor.address();
    if (isWaitedFor(neighbor) && budget.take(address, Source.of(address.ip()), builder.now())) {
      roster.check(address, builder);
    }
  }

  /// Somebody asked something, who says that it is at `from` and may well be: a reason to ask a peer back
  /// that was given up on.
  void noticed(PeerAddress from, StepBuilder builder) {
    Neighbor neighbor = known.get(from);
    if (neighbor != null) {
      checkHeard(neighbor, builder);
    } else if (lost.contains(from) && budget.take(from, Source.of(from.ip()), builder.now())) {
      builder.send(new Request.Handshake(from));
    }
  }

  private static Failure ownAddress() {
    return new Failure(Failure.Kind.REFUSED, "that is this peer itself");
  }

  private static GossipEvent connectFailed(
      StepBuilder builder, PeerAddress target, Failure failure, boolean tryingAgain) {
    return new GossipEvent.ConnectFailed(builder.at(), target, failure, tryingAgain);
  }
}
