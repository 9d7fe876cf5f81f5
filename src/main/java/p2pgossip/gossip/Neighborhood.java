package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;

/// How peers come to be known and are checked.
///
/// Every way in leads through a handshake: an address is sent no message before it has answered one
/// as a peer.
final class Neighborhood {

  /// A healthy peer is asked again who it is after 10 to 20 s, to notice a restart that no message
  /// has stumbled over.
  private static final Duration RECHECK = Duration.ofSeconds(10);

  /// New addresses taken up from the lists of others in one period.
  static final int LEARNED_PER_PERIOD = 32;

  private final KnownPeers known;
  private final LearningGate gate;
  private final Agenda agenda;
  private final Roster roster;
  private final RandomGenerator random;
  private int learnedThisPeriod;

  Neighborhood(
      KnownPeers known, LearningGate gate, Agenda agenda, Roster roster, RandomGenerator random) {
    this.known = known;
    this.gate = gate;
    this.agenda = agenda;
    this.roster = roster;
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

  /// What this peer can show for itself has changed: those who would not have it are asked again.
  void checkRefused(Draft draft) {
    for (Neighbor neighbor : known.all()) {
      if (neighbor.standing() == Standing.REFUSED) {
        roster.check(neighbor.address(), draft);
      }
    }
  }

  /// Takes up peers from the list of a neighbour.
  void learn(
      PeerAddress listedBy, Map<PeerAddress, Peer> listed, PeerSettings settings, Draft draft) {
    Source source = Source.of(listedBy.ip());
    for (PeerAddress address : listed.keySet().stream().sorted().toList()) {
      Peer peer = listed.get(address);
      if (peer == null
          || known.contains(address)
          || !HandshakeBudget.mayName(listedBy.ip(), address)
          || !gate.admits(address, peer, draft.now())
          || isKnownElsewhere(peer)) {
        continue;
      }
      if (learnedThisPeriod >= LEARNED_PER_PERIOD || roster.isFullFor(source, settings, draft)) {
        return;
      }
      learnedThisPeriod++;
      roster.addNamed(address, source, peer, new Origin.ListedBy(listedBy), Bond.NONE, draft);
    }
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

  /// The handshake was answered.
  void introduced(
      PeerAddress address,
      Peer peer,
      @Nullable Fingerprint fingerprint,
      Duration roundTrip,
      Draft draft) {
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
    boolean hasStood = before.standing() != Standing.PENDING && before.peer() != null;
    boolean restarted = hasStood && !before.isSameRunAs(peer);
    Neighbor neighbor =
        before
            .withPeer(peer)
            .withFingerprint(fingerprint)
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
    boolean isOutside =
        before.standing() == Standing.PENDING || before.standing() == Standing.REFUSED;
    if (isOutside && mustTell && !bond.toldUs()) {
      // It stands once it has accepted; until then it is sent nothing.
      known.put(neighbor);
    } else {
      roster.become(bond.isMutual() ? Standing.CONNECTED : Standing.LEARNED, neighbor, draft);
    }
    if (mustTell) {
      draft.send(new Request.Connect(address, draft.self()));
    }
  }

  /// It has accepted this peer as a neighbour.
  void accepted(PeerAddress address, Duration roundTrip, Draft draft) {
    Neighbor neighbor = known.get(address);
    if (neighbor != null) {
      roster.become(
          Standing.CONNECTED,
          neighbor
              .withBond(neighbor.bond().withToldThem())
              .withHealth(neighbor.health().delivered(draft.now(), roundTrip)),
          draft);
    }
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

  private static Failure ownAddress() {
    return new Failure(Failure.Kind.REFUSED, "that is this peer itself");
  }

  private static GossipEvent connectFailed(
      Draft draft, PeerAddress target, Failure failure, boolean tryingAgain) {
    return new GossipEvent.ConnectFailed(draft.now(), target, failure, tryingAgain);
  }
}
