package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;

/// Handles answered handshakes and introductions: a peer becomes a neighbour, turns out to have
/// restarted or left, or turns out to know this peer or not.
final class Introductions {

  /// A peer that answers is asked for a handshake again after 10 to 20 s, to notice a restart that
  /// no message has revealed and whether it still knows this peer.
  private static final Duration RECHECK = Duration.ofSeconds(10);

  /// After introducing itself, this peer asks after 0.25 s whether the other knows it now. While
  /// the other may still be checking, it asks again, each time after twice the interval.
  private static final Duration FIRST_CONFIRMATION = Duration.ofMillis(250);

  private final KnownPeers known;
  private final LearningGate gate;
  private final Agenda agenda;
  private final Roster roster;
  private final LostPeers lost;
  private final RandomGenerator random;

  Introductions(
      KnownPeers known,
      LearningGate gate,
      Agenda agenda,
      Roster roster,
      LostPeers lost,
      RandomGenerator random) {
    this.known = known;
    this.gate = gate;
    this.agenda = agenda;
    this.roster = roster;
    this.lost = lost;
    this.random = random;
  }

  /// A known peer answered the handshake.
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
              ? Neighborhood.connectFailed(builder, address, Neighborhood.ownAddress(), false)
              : new GossipEvent.PeerForgotten(builder.at(), address, Neighborhood.ownAddress()));
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
    if (!Objects.equals(before.name(), peer.name())) {
      builder.happened(new GossipEvent.PeerNamed(builder.at(), address, peer.name()));
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
      // It becomes a neighbour once it has accepted; until then it is sent nothing.
      agenda.cancel(known.put(neighbor));
    } else {
      roster.stand(neighbor, builder);
      if (isOutside) {
        roster.settle(address, settings, builder);
        if (!known.contains(address)) {
          return;
        }
      }
      if (answer.knowsCaller() == null && before.isHealthy() && bond.link() != Mutuality.ONE_WAY) {
        // A peer that does not say whether it knows this one may list it.
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

  /// An original never says whether it knows this peer, so there is no hurry.
  private Instant nextCheck(Neighbor neighbor, Bond bond, Instant now) {
    Peer peer = neighbor.peer();
    Instant told = bond.toldThem();
    if (told != null && peer != null && !peer.offers().isEmpty() && bond.isSettling(now)) {
      Duration since = Duration.between(told, now);
      return now.plus(since.compareTo(FIRST_CONFIRMATION) < 0 ? FIRST_CONFIRMATION : since);
    }
    return now.plus(RECHECK).plusMillis(random.nextInt(10_000));
  }

  /// A lost peer answered the handshake.
  void found(
      PeerAddress address,
      Reply.Introduced answer,
      Duration roundTrip,
      PeerSettings settings,
      StepBuilder builder) {
    Neighbor last = lost.remove(address);
    if (last == null
        || answer.leaving()
        || known.knowsRunOf(answer.peer())
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

  /// It accepted this peer as a neighbour.
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

  /// A neighbour listed the peers that it knows. If this peer is among them, it knows this peer; if
  /// not, that says nothing.
  void listed(PeerAddress by, Map<PeerAddress, Peer> listed, StepBuilder builder) {
    Neighbor neighbor = known.get(by);
    if (neighbor != null
        && neighbor.isHealthy()
        && listed.entrySet().stream().anyMatch(it -> gate.isOwn(it.getKey(), it.getValue()))) {
      roster.stand(neighbor.withBond(neighbor.bond().confirmed(builder.now())), builder);
    }
  }
}
