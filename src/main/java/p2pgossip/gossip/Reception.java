package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;

/// Handles peers that ask to be connected and peers that say goodbye.
final class Reception {

  private final KnownPeers known;
  private final LearningGate gate;
  private final Machine machine;
  private final Roster roster;
  private final LostPeers lost;
  private final HandshakeBudget budget;

  Reception(
      KnownPeers known,
      LearningGate gate,
      Machine machine,
      Roster roster,
      LostPeers lost,
      HandshakeBudget budget) {
    this.known = known;
    this.gate = gate;
    this.machine = machine;
    this.lost = lost;
    this.budget = budget;
    this.roster = roster;
  }

  /// A caller asks to be connected. What it says of a known peer has to be confirmed by that peer.
  Answer called(Caller caller, Peer peer, PeerSettings settings, StepBuilder builder) {
    PeerAddress address;
    try {
      address = peer.addressSeenFrom(caller.source());
    } catch (IllegalArgumentException e) {
      return refuse(null, "no peer can be reached there: " + e.getMessage(), builder);
    }
    if (gate.isOwn(address, peer)) {
      return refuse(address, address + " is this peer itself", builder);
    }
    if (!machine.mayName(caller.source(), address)) {
      String reason = address + " is an address of this machine, and the caller is on another";
      return refuse(address, reason, builder);
    }
    Neighbor neighbor = known.get(address);
    Source source = Source.of(caller.source());
    if (neighbor == null
        && roster.isFullFor(source, settings, builder)
        && !roster.takesGuest(source, settings)) {
      return new Answer.Refused(Roster.limitReached(settings), true);
    }
    gate.open(address);
    if (neighbor == null) {
      Neighbor last = lost.remove(address);
      Bond bond = Bond.NONE.withAskedFor(last != null && last.bond().askedFor());
      roster.addNamed(address, source, peer, Origin.CALLED, bond.called(builder.now()), builder);
    } else if (neighbor.isHealthy()) {
      known.put(neighbor.withBond(neighbor.bond().called(builder.now())));
      checkBack(address, source, builder);
    } else {
      known.put(
          neighbor
              .withPeer(peer)
              .withStanding(Standing.PENDING)
              .withOrigin(Origin.CALLED)
              .withBond(neighbor.bond().called(builder.now()))
              .withHealth(Health.UNKNOWN));
      builder.happened(new GossipEvent.PeerPending(builder.at(), address, Origin.CALLED));
      roster.check(address, builder);
    }
    return new Answer.Given(new Reply.Accepted());
  }

  /// Asks a known peer to confirm what a caller said of it. It is asked from time to time anyway,
  /// so a caller that says much does not have it asked more often.
  private void checkBack(PeerAddress address, Source namer, StepBuilder builder) {
    if (budget.take(address, namer, builder.now())) {
      roster.check(address, builder);
    }
  }

  private Answer refuse(@Nullable PeerAddress caller, String reason, StepBuilder builder) {
    builder.happened(new GossipEvent.CallerRefused(builder.at(), caller, reason));
    return new Answer.Refused(reason, false);
  }

  /// A caller says that a peer leaves. Unless that is proven, the peer itself is asked: it still
  /// answers for a moment, and says the same.
  ///
  /// @return whether that peer is asked
  boolean left(Caller caller, Peer leaver, PeerSettings settings, StepBuilder builder) {
    PeerAddress address;
    try {
      address = leaver.addressSeenFrom(caller.source());
    } catch (IllegalArgumentException _) {
      // A peer that can't be reached is no neighbour.
      return false;
    }
    Neighbor neighbor = known.get(address);
    // The goodbye of an earlier run may arrive after the next one has begun.
    if (neighbor == null || (neighbor.peer() != null && !neighbor.isSameRunAs(leaver))) {
      return false;
    }
    if (address.equals(caller.proven())) {
      roster.departed(neighbor, settings, builder);
      return false;
    }
    checkBack(address, Source.of(caller.source()), builder);
    return true;
  }
}
