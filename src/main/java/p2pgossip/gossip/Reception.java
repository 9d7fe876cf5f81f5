package p2pgossip.gossip;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;

/// Those who come and go by themselves: who asks to be connected, and who says goodbye.
final class Reception {

  private final KnownPeers known;
  private final LearningGate gate;
  private final Roster roster;

  Reception(KnownPeers known, LearningGate gate, Roster roster) {
    this.known = known;
    this.gate = gate;
    this.roster = roster;
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
    if (!HandshakeBudget.mayName(source, address)) {
      String reason = address + " is an address of this machine, and the caller is on another";
      return refuse(address, reason, false, draft);
    }
    Neighbor neighbor = known.get(address);
    if (neighbor == null && roster.isFullFor(Source.of(source), settings, draft)) {
      String reason = "as many peers are known as may be (" + settings.maxPeers() + ")";
      return new Admission.Refused(reason, true);
    }
    gate.open(address);
    if (neighbor == null) {
      roster.addNamed(
          address, Source.of(source), caller, new Origin.Called(), Bond.NONE.withToldUs(), draft);
    } else if (neighbor.isSameRunAs(caller) && neighbor.isHealthy()) {
      roster.become(Standing.CONNECTED, neighbor.withBond(neighbor.bond().withToldUs()), draft);
    } else {
      boolean restarted = neighbor.peer() != null && !neighbor.isSameRunAs(caller);
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
    if (neighbor == null || (neighbor.peer() != null && !neighbor.isSameRunAs(leaver))) {
      return null;
    }
    roster.remove(address);
    // Others still list it for a while.
    gate.silence(address, draft.now());
    draft.happened(new GossipEvent.PeerLeft(draft.now(), address));
    return address;
  }
}
