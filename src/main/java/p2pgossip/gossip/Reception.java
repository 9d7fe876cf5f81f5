package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;

/// Those who come and go by themselves: who asks to be connected, and who says goodbye.
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

  /// Somebody asks to be connected. What he says of a peer that is known is for that peer to confirm.
  Answer called(Caller caller, Peer peer, PeerSettings settings, StepBuilder builder) {
    PeerAddress address;
    try {
      address = peer.addressSeenFrom(caller.source());
    } catch (IllegalArgumentException e) {
      return refuse(null, "nobody can be reached there: " + e.getMessage(), builder);
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
      String reason = "as many peers are known as may be (" + settings.maxPeers() + ")";
      return new Answer.Refused(reason, true);
    }
    gate.open(address);
    if (neighbor == null) {
      Neighbor last = lost.remove(address);
      Bond bond = Bond.NONE.withAskedFor(last != null && last.bond().askedFor());
      roster.addNamed(
          address, source, peer, new Origin.Called(), bond.called(builder.now()), builder);
    } else if (neighbor.isHealthy()) {
      known.put(neighbor.withBond(neighbor.bond().called(builder.now())));
      checkBack(address, source, builder);
    } else {
      known.put(
          neighbor
              .withPeer(peer)
              .withStanding(Standing.PENDING)
              .withOrigin(new Origin.Called())
              .withBond(neighbor.bond().called(builder.now()))
              .withHealth(Health.UNKNOWN));
      builder.happened(new GossipEvent.PeerPending(builder.at(), address, new Origin.Called()));
      roster.check(address, builder);
    }
    return new Answer.Given(new Reply.Accepted());
  }

  /// Asks a peer that is known whether what somebody said of it is true. It is asked before long anyway,
  /// so somebody who says much has it asked no more often for that.
  private void checkBack(PeerAddress address, Source namer, StepBuilder builder) {
    if (budget.take(address, namer, builder.now())) {
      roster.check(address, builder);
    }
  }

  private Answer refuse(@Nullable PeerAddress caller, String reason, StepBuilder builder) {
    builder.happened(new GossipEvent.CallerRefused(builder.at(), caller, reason));
    return new Answer.Refused(reason, false);
  }

  /// Somebody says that a peer leaves. Unless it is proven, that peer is asked itself: it answers for a
  /// moment yet, and says the same.
  ///
  /// @return whether that peer is asked
  boolean left(Caller caller, Peer leaver, PeerSettings settings, StepBuilder builder) {
    PeerAddress address;
    try {
      address = leaver.addressSeenFrom(caller.source());
    } catch (IllegalArgumentException _) {
      // Who can't be reached anywhere is nobody's neighbour.
      return false;
    }
    Neighbor neighbor = known.get(address);
    // The goodbye of the run before may arrive after the next one has begun.
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
